decisions-title = Décisions
decisions-lede = Ce que la coop a décidé, avec son numéro, et si la décision tient toujours. Tout le monde dans la coop peut lire ce registre.
decisions-search = Chercher des mots ou un numéro
decisions-none = Le registre est vide. Ce qu’un vote décide s’y inscrit de lui-même. Les responsables des votes peuvent y inscrire les décisions d’avant.
decisions-none-found = Aucune décision ne correspond. Essayez moins de mots ou retirez un filtre.
decisions-count =
    { $count ->
        [one] Une décision
       *[other] { $count } décisions
    }
decisions-more-than = Plus de { $count } décisions
decisions-every-standing = Toutes
decisions-every-body = Tout le monde
decisions-every-year = Toutes les années
decisions-year = Année
decisions-wanted-in_force = En vigueur
decisions-wanted-review = À réviser maintenant
decisions-wanted-repealed = Abrogées
decisions-wanted-none = Non adoptées
decisions-file = decisions
decisions-column-number = Numéro
decisions-column-title = Décision
decisions-column-decided-on = Décidée le
decisions-column-body = Décidée par
decisions-column-former-number = Ancien numéro
decisions-column-title-en = Titre en anglais
decisions-column-title-fr = Titre en français
decisions-column-details-en = Texte en anglais
decisions-column-details-fr = Texte en français
decisions-column-sums-en = Résultat en anglais
decisions-column-sums-fr = Résultat en français
decisions-column-standing = État
decisions-column-review-on = Prochaine révision

decision-body-members = Membres, par un vote
decision-body-meeting = Assemblée générale
decision-body-board = Conseil d’administration
decision-body-committee = Comité
decision-body-choose = Choisissez qui a décidé
decision-standing-in_force = En vigueur
decision-standing-amended = En vigueur, modifiée
decision-standing-repealed = Abrogée
decision-standing-void = Nulle
decision-void = Le vote qui a pris cette décision est nul, et la décision aussi. La raison : { $reason }
event-decision-voided = a déclaré nul le vote qui a pris une décision
decision-standing-none = Non adoptée
decision-effect-amends = Modifie
decision-effect-repeals = Abroge
decision-effect-none = Ni l’un ni l’autre
decision-effect-by-amends = Modifiée par
decision-effect-by-repeals = Abrogée par

decision-title = { $number }. { $title }
decision-vote = Voir tout le résultat du vote
decision-text = Ce qui a été décidé
decision-related-title = Avec d’autres décisions
decision-unrelate = Reprendre
decision-next = Tenir le registre
decision-edit = Corriger cette inscription
decision-voted-stays = Un vote a fait cette inscription : elle reste telle quelle. Une décision ultérieure peut la modifier ou l’abroger.
decision-task = Ajouter une tâche de suivi
decision-task-title = Donner suite à la décision { $number } : { $title }
decision-task-details = La décision est ici : { $address }
decision-review-title = Réviser cette décision
decision-review-due = Le jour de réviser cette décision est venu. Relisez-la. Si elle reste en vigueur, dites-le et choisissez le prochain jour. Sinon, inscrivez la décision qui la modifie ou l’abroge.
decision-relate-title = Cette décision en modifie ou en abroge une autre
decision-relate = Le dire
decision-history = Ce qui est arrivé à cette inscription

decision-enter = Inscrire une décision
decision-new-title = Inscrire une décision d’avant
decision-edit-title = Corriger une inscription
decision-form-lede = Pour ce qu’une assemblée, le conseil ou un comité a décidé, ou un vote d’avant. La décision reçoit le prochain numéro. L’inscription et chaque correction restent au journal.
decision-form-public = Si la coop a des pages publiques, tout le monde peut y voir le titre de ce que les membres ou une assemblée ont décidé, sans le texte.
decision-entered = La décision { $name } est au registre.
decision-corrected = L’inscription est corrigée.
decision-related = Ce qu’elle dit de la décision { $name } est noté.
decision-unrelated = Ce qu’elle disait de la décision { $name } est repris.
decision-reviewed = Révisée : cette décision reste en vigueur.
decision-review-set = Le jour de la révision est fixé.

decisions-import = Importer une feuille
decisions-import-title = Importer des décisions d’avant
decisions-import-lede = Choisissez un fichier avec une ligne par décision, ou collez les lignes. Vous voyez comment chaque ligne est comprise avant que rien ne soit inscrit.
decisions-import-read = Regarder les lignes
decisions-import-paste = Ou collez les lignes
decisions-import-again = Corrigez les lignes ici et regardez de nouveau
decisions-import-columns = La première ligne nomme les colonnes, dans n’importe quel ordre :
decisions-import-left = Ces colonnes ne sont pas importées : { $names }.
decisions-import-rows =
    { $count ->
        [one] Une ligne, telle qu’elle est comprise
       *[other] { $count } lignes, telles qu’elles sont comprises
    }
decisions-import-line = Ligne
decisions-import-there = Déjà au registre : cette ligne est passée.
decisions-import-act =
    { $count ->
        [one] Inscrire une décision
       *[other] Inscrire { $count } décisions
    }
decisions-imported = Inscrites depuis la feuille : { $name }.

conflict-decision-voted = Un vote a fait cette inscription : on ne peut pas la corriger. Inscrivez une décision qui la modifie ou l’abroge.
conflict-decision-over = Cette décision n’est pas en vigueur : il n’y a rien à réviser.

event-decision-entered = a inscrit une décision au registre
event-decision-corrected = a corrigé une décision au registre
event-decision-related = a noté qu’une décision en modifie ou en abroge une autre
event-decision-unrelated = a repris qu’une décision en modifie ou en abroge une autre
event-decision-review-set = a fixé le jour de réviser une décision
event-decision-reviewed = a révisé une décision, qui reste en vigueur
event-decision-review-due = a noté qu’une décision est à réviser

attention-decisions-review =
    { $count ->
        [one] Une décision est à réviser.
       *[other] { $count } décisions sont à réviser.
    }
attention-decisions-review-act = Voir les décisions
