committees-title = Comités
committees-lede = Qui s’occupe de quoi. Toute personne qui habite ici peut se joindre à un comité.
committees-none = Aucun comité pour l’instant. Ajoutez-en un ici, ou importez-les avec vos membres.
committee-seats =
    { $count ->
        [0] Personne pour l’instant
        [one] Une personne
       *[other] { $count } personnes
    }
committee-own = Vous en faites partie.
committee-add = Ajouter un comité
committee-added = Le comité est ajouté.
committee-name-taken = Un autre comité porte déjà ce nom.
committee-seen = Toute la coop, et les personnes qui observent, voient qui fait partie d’un comité.
committee-members = Membres du comité
committee-nobody = Personne pour l’instant.
committee-tasks = Tâches de ce comité
committee-join = Se joindre
committee-joined = Vous faites maintenant partie du comité { $name }.
committee-leave = Quitter ce comité
committee-left = Vous avez quitté le comité { $name }.

committees-title-on = Comités le { $day }
committees-to-board = Le conseil d’administration a sa propre page.
committees-closed =
    { $count ->
        [one] Un comité dissous
       *[other] { $count } comités dissous
    }
committee-closed-on = Dissous depuis le { $day }. Conservé ici pour mémoire.
committee-title-on = { $name }, le { $day }
committee-led-by = sous la responsabilité { DE($names) }
committee-mandate = Son mandat
committee-members-then = Membres du comité ce jour-là
committee-leads-since = Responsable depuis le { $day }
committee-sits-from = en fait partie depuis le { $day }
committee-past = Anciens membres du comité
committee-led = en était responsable
committee-manage = Gérer ce comité
committee-manage-office = Vous tenez le registre : vous gérez tous les comités.
committee-manage-lead = Vous êtes responsable de ce comité : vous gérez ses membres et son mandat. Vous ne pouvez pas gérer les autres comités.
committee-edit = Modifier le mandat
committee-edit-title = Mandat du comité
committee-edit-seen = Toute la coop, et les personnes qui observent, voient ceci.
committee-changed = Vos changements sont enregistrés.
committee-put-in-act = Ajouter quelqu’un au comité
committee-put-in = { $name } fait partie du comité.
committee-take-out-act = Retirer quelqu’un du comité
committee-taken-out = { $name } ne fait plus partie du comité.
committee-name-lead = Nommer une personne responsable
committee-hand-over = Passer la responsabilité
committee-lead-named = { $name } est maintenant responsable du comité.
committee-end-lead = Mettre fin à une responsabilité
committee-lead-ended = { $name } n’est plus responsable du comité, mais en fait toujours partie.
committee-choose-person = Choisissez une personne
committee-instead-of-nobody = Personne : une personne responsable de plus
committee-close = Dissoudre le comité
committee-close-help = À partir de ce jour, le comité n’a plus de membres. Ses anciens membres, ses responsables et son mandat restent au dossier.
committee-closed = Le comité est dissous.
committee-reopen = Rétablir le comité
committee-reopen-help = Ses places, ses responsables et ses tâches ouvertes reviennent comme avant.
committee-reopened = Le comité est rétabli.
committee-sits-already = Cette personne fait déjà partie du comité.
committee-sat-until = Cette personne a fait partie du comité jusqu’au { $limit }. Entrez ce jour ou un jour plus tard.
committee-sits-since = Cette personne fait partie du comité depuis le { $limit }. Entrez ce jour ou un jour plus tard.
committee-leads-already = Cette personne est déjà responsable du comité.
committee-leads-enough = Trois personnes sont responsables de ce comité. Choisissez qui cette personne remplace.
committee-lead-must-sit = Ajoutez d’abord cette personne au comité.
committee-formed-later = Le comité a été formé ce jour-là ou plus tard. Entrez un jour plus tard.
conflict-committee-closed = Ce comité est dissous. Rien n’a été changé.
committee-column-name = comité
committee-column-seats = personnes
committee-column-leads = responsables
committee-column-mandate = mandat
committee-column-formed = formé le
committee-column-closed = dissous le
committee-column-person = nom
committee-column-since = en fait partie depuis
committee-column-leads-since = responsable depuis

event-committee-added = a ajouté un comité
event-committee-joined = a nommé quelqu’un à un comité
event-committee-left = a retiré quelqu’un d’un comité
event-committee-changed = a modifié le mandat d’un comité
event-committee-lead-named = a nommé une personne responsable d’un comité
event-committee-lead-ended = a mis fin à la responsabilité d’un comité
event-committee-closed = a dissous un comité
event-committee-reopened = a rétabli un comité
event-committees-exported = a téléchargé une liste de comités

departure-seats =
    { $count ->
        [one] Cette personne quitte un comité.
       *[other] Cette personne quitte { $count } comités.
    }
departure-seats-lost =
    { $count ->
        [one] une place à un comité, dissous ou modifié entre-temps.
       *[other] { $count } places à des comités, dissous ou modifiés entre-temps.
    }
departure-leads =
    { $count ->
        [one] Un comité perd cette personne responsable.
       *[other] { $count } comités perdent cette personne responsable.
    }
departure-leads-lost =
    { $count ->
        [one] la responsabilité d’un comité, dissous ou modifié entre-temps.
       *[other] la responsabilité de { $count } comités, dissous ou modifiés entre-temps.
    }
committee-sits-until = membre du { $from } au { $until }
committee-closing-seats =
    { $count ->
        [0] Il n’a pas de membres.
        [one] Une personne le quitte.
       *[other] { $count } personnes le quittent.
    }
committee-closing-tasks =
    { $count ->
        [0] Il n’a pas de tâche ouverte.
        [one] Sa tâche ouverte passe à la coop.
       *[other] Ses { $count } tâches ouvertes passent à la coop.
    }
committee-reopened-lost = Le comité est rétabli. Tout n’est pas revenu, à cause de changements faits entre-temps. Membres, responsables ou tâches en cause : { $name }.
begin-committees = Ajouter vos comités
