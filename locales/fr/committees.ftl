committees-title = Comités
committees-lede = Qui s’occupe de quoi. Toute personne qui habite ici peut se joindre à un comité.
committees-none = Aucun comité pour l’instant. Une importation crée ceux qu’elle nomme.
committee-seats =
    { $count ->
        [0] Personne pour l’instant
        [one] Une personne
       *[other] { $count } personnes
    }
committee-own = Vous en faites partie.
committee-add = Ajouter un comité
committee-added = Le comité est ajouté.
committee-name-taken = Un autre comité porte ce nom.
committee-seen = Toute la coop, et les personnes qui observent, voient qui fait partie d’un comité.
committee-members = Qui en fait partie
committee-nobody = Personne pour l’instant.
committee-tasks = Tâches de ce comité
committee-join = Se joindre
committee-joined = Vous faites partie du comité { $name }.
committee-leave = Quitter ce comité
committee-left = Vous avez quitté le comité { $name }.

event-committee-added = a ajouté un comité
event-committee-joined = a nommé quelqu’un à un comité
event-committee-left = a retiré quelqu’un d’un comité
