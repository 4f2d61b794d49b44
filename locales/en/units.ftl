units-title = Homes
unit-label-taken = Another home has this label.
unit-lives-there = This person lives there already at that time.
unit-named = Home { $label }
