# A household moves.
move-title = Move a household
move-lede = From home { $label } to another home, or out of the co-op. Everything is recorded in one step.
move-choose = Choose
move-leaves = They leave the co-op
move-act = Record the move
move-done = The move from home { $name } is recorded.
move-task-inspect = Inspect home { $label } when they leave
move-task-keys-back = Take back the keys of home { $label }
move-task-papers-out = Close the file of home { $label }: meter readings, mailbox, door list
move-task-walk = Walk through home { $label } with the new household
move-task-keys = Hand over the keys of home { $label }
move-task-papers-in = Prepare the file of home { $label }: occupancy agreement, mailbox, door list

wrong-moving-children = Fewer children live in this home. Enter that number or less.
