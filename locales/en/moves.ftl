# A household moves.
move-title = A household moves
move-lede = Out of home { $label }, into another one or away from the co-op. It all happens in one step.
move-choose = Choose
move-leaves = They leave the co-op
move-act = Record the move
move-done = The move out of home { $name } is recorded.
move-task-inspect = Inspect home { $label } at the departure
move-task-keys-back = Take back the keys of home { $label }
move-task-papers-out = Close the papers of home { $label }: meter readings, mailbox, list at the door
move-task-walk = Walk through home { $label } with the new household
move-task-keys = Hand over the keys of home { $label }
move-task-papers-in = Prepare the papers of home { $label }: occupancy agreement, mailbox, list at the door

wrong-moving-children = Fewer children live in this home. Enter at most their number.
