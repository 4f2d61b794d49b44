members-title = Membres
member-number-taken = Un autre membre porte ce numéro.
