units-title = Logements
unit-label-taken = Un autre logement porte ce nom.
unit-lives-there = Cette personne y habite déjà à ce moment-là.
unit-named = Logement { $label }
