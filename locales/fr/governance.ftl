# Gouvernance : ce que la coop doit faire, pour quand, et qui s’en occupe.

nav-governance = Gouvernance
nav-help-governance = Ce que la coop doit faire, pour quand, et qui s’en occupe
governance-title = Calendrier de gouvernance
governance-lede = Ce que la coop doit faire, pour quand, et qui s’en occupe, en commençant par le plus proche.
governance-seen = Le conseil, les responsables de la coop et les vérificateurs voient cette page. Ce qui concerne une personne n’est montré qu’à ceux qui peuvent le voir ailleurs.
governance-none = Rien n’a encore de date.
governance-part-late = En retard
governance-part-soon = Dans les 90 prochains jours
governance-part-later = Plus tard
governance-part-undated = Pas encore de date
governance-part-done = Fait
governance-column-part = Quand
governance-column-what = Quoi
governance-column-by = Au plus tard
governance-column-who = Qui s’en occupe
governance-column-note = Remarque
governance-column-done = Fait le
governance-download = Télécharger ce calendrier
governance-board = Le conseil
governance-hand = { $body } ({ $hand })
governance-annual-after = C’est après le dernier jour que permettent les règles, le { $day }.
governance-annual-until = Les règles le permettent jusqu’au { $day }.
governance-annual-unplanned = Elle n’est pas encore prévue.
governance-annual-notice = Le dernier jour permis, l’avis partirait entre le { $first } et le { $last }.
governance-annual-no-rule = Les règles de la coop ne fixent pas de dernier jour.
governance-annual-called = L’avis est donné.
governance-notice-from = À partir du { $day }.
governance-link = Calendrier de gouvernance

# ---- ce qui est dû ----

due-annual = Assemblée annuelle sur l’exercice terminé le { $day }
due-notice = Avis : { $name }
due-notice-who = Qui convoque les réunions
due-terms = Fin de mandat au conseil : { $name }
due-terms-who = Les membres, par une élection
due-leads = Fin de la responsabilité d’un comité : { $name }
due-leads-who = Le comité
due-exemptions =
    { $count ->
        [one] Une exemption d’heures se termine
       *[other] { $count } exemptions d’heures se terminent
    }
due-exemptions-who = Qui gère les heures
due-suspension = Fin d’une suspension : { $name }
due-suspension-who = Le conseil
due-leave = Fin d’un congé : { $name }
due-leave-who = Qui tient le registre
due-auxiliary = Fin du temps comme membre auxiliaire : { $name }
due-auxiliary-who = Le conseil
due-access = Fin d’un accès à ce programme : { $name }
due-access-who = Qui donne les accès
due-decision = Décision à réviser : { $name }
due-decision-who = Le conseil
due-minutes = Procès-verbal à publier : { $name }
due-minutes-who = Qui rédige le procès-verbal
due-approval = Procès-verbal à approuver : { $name }
due-approval-who = La prochaine réunion

# ---- formalités ----

filing-new = Ajouter une formalité
filing-new-title = Ajouter une formalité
filing-edit = Modifier
filing-edit-title = Modifier une formalité
filing-back = À la formalité
filing-lede = Une déclaration, un renouvellement ou une révision : ce que la coop doit faire pour un jour précis, et qui s’en occupe.
filing-added = C’est ajouté au calendrier.
filings-added =
    { $count ->
        [0] Rien n’a été ajouté.
        [one] Une formalité a été ajoutée.
       *[other] { $count } formalités ont été ajoutées.
    }
filing-saved = C’est enregistré.
filing-removed = C’est retiré.
filing-late = En retard
filing-every =
    { $count ->
        [1] Revient chaque mois.
        [12] Revient chaque année.
       *[other] Revient tous les { $count } mois.
    }
filing-done-by = Fait le { $day }, noté par { $name }
filing-finish = C’est fait
filing-done = C’est noté comme fait.
filing-done-next = C’est noté comme fait. La prochaine échéance est le { $name }.
filing-reopen = Ce n’est finalement pas fait
filing-reopen-help = Si c’était une erreur, reprenez-la. La suivante disparaît aussi, à moins que quelqu’un l’ait modifiée.
filing-reopened = C’est de nouveau à faire.
filing-remove = Retirer cette formalité
filing-remove-help = Elle disparaît du calendrier, et plus personne n’en reçoit de rappel. Le journal garde sa trace.
filing-remove-act = La retirer
filing-kind-annual_return = Déclaration annuelle
filing-kind-tax = Impôts
filing-kind-insurance = Assurance
filing-kind-audit = États financiers
filing-kind-by_law_review = Révision des règlements
filing-kind-other = Autre chose
filing-usual-annual-return = Rapport annuel au gouvernement
filing-usual-tax = Déclaration de revenus de la coop
filing-usual-insurance = Renouvellement de l’assurance
filing-usual-audit = États financiers pour l’assemblée annuelle
filing-usual-by-law-review = Révision des règlements
filings-usual = Ce qu’ont la plupart des coops
filings-usual-help = Rien n’est ajouté sans que vous le disiez. Les dates découlent des règles de la coop et de son assemblée annuelle : vérifiez-les auprès de l’autorité et modifiez-les au besoin une fois ajoutées.
filings-usual-act = Ajouter ce qui est coché
filings-usual-undated = Pour celles-ci, vous inscrivez la date :
field-filing-kind = Genre
field-filing-title-en = Nom en anglais
hint-filing-title-en = Une langue suffit.
field-filing-title-fr = Nom en français
field-filing-due = Au plus tard le
field-every-months = Revient après combien de mois
hint-every-months = 12 pour chaque année. Laissez vide si cela n’arrive qu’une fois.
field-filing-committee = Qui s’en occupe
field-filing-hand = Entre les mains de qui
hint-filing-hand = Par exemple « la trésorière » ou le nom du cabinet comptable.
field-filing-details = À savoir
hint-filing-details = Où la déposer, quels papiers il faut, qui a l’accès.
field-filed-on = Fait le
conflict-filing-done = Cette formalité est notée comme faite. Reprenez cela d’abord.
conflict-filing-open = Cette formalité est à faire.
conflict-filing-followed = La suivante a été modifiée ou faite depuis; celle-ci reste donc faite.
notice-filing-due-soon = Une formalité est pour bientôt
notice-filing-due-soon-help = Un mois et une semaine avant ce que votre comité ou le conseil doit déposer ou renouveler.
notice-filing-due-soon-line = C’est à faire bientôt.
notice-filing-due-soon-subject = Pour bientôt : { $name }
attention-filings-late =
    { $count ->
        [one] Une formalité est en retard.
       *[other] { $count } formalités sont en retard.
    }
attention-filings-late-act = Voir le calendrier
attention-filings-soon =
    { $count ->
        [one] Une formalité est à faire d’ici un mois.
       *[other] { $count } formalités sont à faire d’ici un mois.
    }
attention-filings-soon-act = Voir le calendrier
calendar-open-filing = À faire : { $name }
calendar-done-filing = Fait : { $name }
audit-about-filing = Formalités
event-filing-added = a ajouté une formalité
event-filing-changed = a modifié une formalité
event-filing-removed = a retiré une formalité
event-filing-done = a noté une formalité comme faite
event-filing-reopened = a noté qu’une formalité n’est finalement pas faite
event-filing-due-soon = a noté qu’une formalité est pour bientôt
event-governance-exported = a emporté un fichier sur la gouvernance
fact-filing = Genre
fact-every-months = Mois avant que cela revienne
fact-hand = Entre les mains de qui

# ---- la déclaration annuelle ----

annual-title = Chiffres pour la déclaration annuelle
annual-year = Exercice du { $from } au { $to }
annual-as-of = En date du { $day }.
annual-running = Cet exercice n’est pas terminé.
annual-choose = Exercice
annual-show = Montrer
annual-numbers = Chiffres
annual-members = Membres
annual-members-note = Y compris en congé ou suspendus
annual-auxiliaries = Membres auxiliaires
annual-joined = Devenus membres dans l’exercice
annual-left = Partis dans l’exercice
annual-homes = Logements
annual-lived-in = Logements habités
annual-empty = Logements vides
annual-with-member = Logements où habite un membre
annual-shares = Parts détenues
annual-owed = Parts à rembourser à d’anciens membres
annual-owed-value =
    { $shares ->
        [0] Aucune
       *[other] { $shares } (anciens membres : { $people })
    }
annual-refunded = Parts remboursées dans l’exercice
annual-directors = Administratrices et administrateurs
annual-directors-none = Personne ne siégeait au conseil ce jour-là.
annual-director = Administratrice ou administrateur
annual-term = { $from } au { $to }
annual-meeting = Assemblée annuelle sur cet exercice
annual-meeting-none = Pas encore tenue
annual-meeting-attended = Présences à l’assemblée annuelle
annual-attended = { $came } sur { $called }; quorum : { $needed }{ $homes ->
        [0] { "" }
       *[other] {", de"} { $homes } logements
    }
annual-no-attendance = Les présences ne sont pas tenues ici
annual-general = Assemblées générales dans l’exercice
annual-decisions = Décisions inscrites pour l’exercice
annual-meetings = Assemblées générales
annual-meetings-none = Aucune assemblée générale n’est connue ici.
annual-by-hand = À remplir à la main
annual-by-hand-help = Une déclaration peut aussi demander ceci. Ce n’est pas tenu ici.
annual-hand-share-value = Valeur d’une part, et capital social en dollars
annual-hand-employees = Nombre d’employés
annual-hand-federation = Fédération, et numéro de la coop
annual-hand-statements = États financiers, et qui les a vérifiés ou examinés
annual-column-what = Quoi
annual-column-value = Valeur
annual-column-note = Remarque
annual-column-name = Nom
annual-column-from = Du
annual-column-to = Au
annual-column-meeting = Assemblée
annual-column-day = Jour
annual-column-came = Présences
annual-download = Télécharger ces chiffres

# ---- les documents d’une réunion ----

pack-title = Documents de la réunion
pack-link = Documents à imprimer
pack-help = Imprimez cette page : les parties plus longues commencent sur une nouvelle feuille.
pack-printed = En date du { $day }
pack-private = Ces documents contiennent ce qui est à huis clos. Ne les remettez à personne qui n’y siège pas.
pack-last = Procès-verbal de la dernière réunion
pack-approved = Approuvé
pack-no-minutes = Aucun procès-verbal de cette réunion n’est publié pour vous.
pack-open = Propositions et votes en cours
pack-motion = Proposition { $number } : { $words }
pack-moved = Proposée par { $name }
pack-vote-open = Le vote ferme le { $when }
pack-vote-coming = Le vote ouvre le { $when }
pack-decisions = Décidé depuis la dernière réunion
pack-decisions-recent = Décidé au cours des trois derniers mois
pack-decisions-none = Rien n’a été inscrit depuis.
pack-late = Tâches en retard
pack-late-none = Aucune tâche n’est en retard.
pack-no-committee = Aucun comité
pack-figures = Chiffres
pack-figure-members = Membres
pack-figure-homes = Logements
pack-figure-empty = Logements vides
pack-figure-turnout = Participation au dernier vote
pack-figure-came = Présences à la dernière réunion
pack-came = { $came } sur { $called }
pack-column-decision = Décision
pack-column-body = Décidé par
pack-column-day = Jour
pack-column-committee = Comité
pack-column-late = En retard
