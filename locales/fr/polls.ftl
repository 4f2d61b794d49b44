polls-title = Votes
polls-lede = Ce que les membres décident ensemble. Chaque membre inscrit sur la liste a une voix.
polls-new = Préparer un vote
polls-open = Ouverts
polls-coming = À venir
polls-closed = Décidés
polls-none-open = Aucun vote n’est ouvert. Quand un vote s’ouvrira, vous le verrez ici et vous recevrez un avis.
polls-none-closed = Rien n’a encore été décidé.
polls-older = Votes plus anciens
polls-pages = Pages

poll-for = Pour
poll-against = Contre
poll-abstain = Abstention
poll-vote = Voter
poll-not-yet = Vous n’avez pas encore voté
poll-not-yours = Vous n’êtes pas sur la liste de ce vote
poll-you-voted = Votre vote : { $choice }
poll-you-voted-at = Votre vote est enregistré : { $choice } ({ $when }).
poll-closes = Ferme le { $when }, { $left }.
poll-counting = Le temps est écoulé. Les votes sont en train d’être comptés.
poll-opens = Ouvre le { $opens } et ferme le { $closes }
poll-closed = Fermé le { $when }
poll-cancelled = Ce vote a été annulé avant son ouverture.
poll-missed = Ce vote n’a pas pu être ouvert à temps. Les responsables des votes peuvent fixer un nouvel horaire.
poll-left-minutes =
    { $many ->
        [one] dans une minute
       *[other] dans { $many } minutes
    }
poll-left-hours =
    { $many ->
        [one] dans une heure
       *[other] dans { $many } heures
    }
poll-left-days =
    { $many ->
        [one] dans un jour
       *[other] dans { $many } jours
    }
poll-turnout =
    { $cast ->
        [0] Aucun des { $roll } membres n’a encore voté.
        [one] Un membre sur { $roll } a voté.
       *[other] { $cast } membres sur { $roll } ont voté.
    }

fraction-1-2 = la moitié
fraction-2-3 = les deux tiers
fraction-3-4 = les trois quarts
fraction-3-5 = les trois cinquièmes
poll-more-than = plus de { $fraction }
poll-at-least = au moins { $fraction }
poll-base-decided = des votes pour et contre
poll-base-all = de tous les votes, abstentions comprises
poll-rule = Pour être adoptée, la proposition doit recueillir { $majority } { $votes }.
poll-rule-quorum =
    { $needed ->
        [one] Au moins un des { $roll } membres de la liste doit voter.
       *[other] Au moins { $needed } des { $roll } membres de la liste doivent voter.
    }
poll-rule-quorum-coming = Au moins { $percent } des membres de la liste doivent voter. La liste est fixée à l’ouverture du vote.
poll-rule-no-quorum = Il n’y a pas de quorum : les membres qui votent décident.

poll-cast = Déposer mon vote
poll-change = Changer mon vote
poll-leave = Quitter et voter plus tard
poll-recorded = Votre vote est enregistré : { $name }.
poll-open-ballot = Ce vote est ouvert. Votre nom et votre choix sont enregistrés; après la fermeture, les membres voient qui a voté quoi. Vous pouvez changer votre vote jusqu’à la fermeture.
poll-for-help = Adopter la proposition
poll-against-help = Laisser les choses comme elles sont
poll-abstain-quorum-only = Compte pour le quorum seulement
poll-abstain-counted = Compte pour le quorum et dans le calcul de la majorité
poll-cannot = Vous ne pouvez pas voter ici.
poll-cannot-observer = Votre compte peut lire les votes, mais pas y participer.
poll-cannot-no-member = Votre compte n’est rattaché à aucun membre. S’il devait l’être, parlez-en aux responsables du site de votre coop.
poll-cannot-auxiliary = À l’ouverture du vote, le { $opened }, vous étiez membre auxiliaire. Les membres auxiliaires ne peuvent pas encore voter.
poll-cannot-suspended = À l’ouverture du vote, le { $opened }, votre adhésion était suspendue.
poll-cannot-joined-after = La liste a été fixée à l’ouverture du vote, le { $opened }, et vous n’étiez pas membre ce jour-là.
poll-cannot-registered-after = La liste a été fixée à l’ouverture du vote, le { $opened }, et vous n’étiez pas au registre comme membre à ce moment.

poll-tally = Jusqu’ici
poll-updated = Mis à jour à
poll-refresh = Actualiser
poll-live-lost = Connexion perdue. Ce sont les derniers chiffres.
poll-live-closed = Le vote est fermé et compté.
poll-see-result = Voir le résultat
poll-quorum-none = Aucun quorum n’est exigé.
poll-quorum-reached =
    { $needed ->
        [one] Quorum atteint : il fallait { $needed } vote.
       *[other] Quorum atteint : il fallait { $needed } votes.
    }
poll-quorum-missing =
    { $missing ->
        [one] Il manque un vote pour le quorum de { $needed }.
       *[other] Il manque { $missing } votes pour le quorum de { $needed }.
    }
poll-bar =
    { $abstained ->
        [one] { $for } pour, { $against } contre, { $abstained } abstention
       *[other] { $for } pour, { $against } contre, { $abstained } abstentions
    }
poll-bar-for = pour
poll-bar-against = contre
poll-bar-abstained =
    { $count ->
        [one] abstention
       *[other] abstentions
    }

poll-outcome-adopted = Adoptée, par { $for } pour et { $against } contre.
poll-outcome-rejected = Rejetée, par { $for } pour et { $against } contre.
poll-outcome-no-quorum =
    { $cast ->
        [0] Rien n’est décidé : personne n’a voté, et le quorum était de { $needed }.
        [one] Rien n’est décidé : un seul membre a voté, et il en fallait { $needed }.
       *[other] Rien n’est décidé : { $cast } membres ont voté, et il en fallait { $needed }.
    }
poll-tag-adopted = Adoptée
poll-tag-rejected = Rejetée
poll-tag-no_quorum = Sans quorum
poll-decided = Décision { $number }, { $when }
poll-decision-facts = Décision { $number }, { $day }. { $cast } membres sur { $roll } ont voté, quorum de { $quorum }. Il fallait { $majority }.
poll-why = Comment on arrive à ce résultat
poll-proposal = La proposition
poll-test-quorum = Assez de membres ont-ils voté?
poll-test-quorum-yes = Oui : { $have } est au moins { $needed }. Le quorum est atteint.
poll-test-quorum-no = Non : { $have } est moins que { $needed }. Sans quorum, rien n’est décidé.
poll-test-majority = Y en avait-il assez de favorables?
poll-test-majority-yes = Oui : { $have } pour est au moins { $needed }.
poll-test-majority-no = Non : { $have } pour est moins que { $needed }.
poll-sum-roll = Membres sur la liste
poll-sum-quorum = Quorum : { $percent } de { $roll }, arrondi vers le haut
poll-sum-quorum-none = Quorum : aucun
poll-sum-cast = Membres qui ont voté
poll-sum-in-favour = Votes pour
poll-sum-abstained = Abstentions, non comptées ici
poll-sum-abstained-counted = Abstentions, comptées
poll-sum-base = Votes qui comptent
poll-sum-majority = Le plus petit nombre qui fait { $majority } de { $base }
poll-who = Qui a voté quoi
poll-who-members = Vote ouvert : les membres voient les votes des autres membres. Les autres comptes voient les nombres.
poll-who-more = La page montre les 1 000 premiers noms. Le fichier les a tous.
poll-who-counts = Les membres voient qui a voté quoi. Votre compte voit les nombres.
poll-ballots-download = Télécharger qui a voté quoi :
poll-result-download = Télécharger le décompte :
poll-csv-name = Nom
poll-csv-test = Test
poll-csv-what = Quoi
poll-csv-number = Nombre

poll-late-title = Votre vote n’a pas été enregistré
poll-late-closed = Le vote s’est fermé le { $when }.
poll-late-not-open = Ce vote n’est pas ouvert.
poll-sent-before = Vous avez déjà envoyé ce formulaire, puis modifié votre vote. Pour le modifier de nouveau, rouvrez la page du vote.
poll-late-not-recorded = Votre vote n’a pas été enregistré.
poll-late-help = Des questions? Appelez { $name }, { $phone }.
poll-late-see = Voir le vote

poll-manage = Gérer ce vote
poll-edit = Modifier le vote
poll-edit-title = Modifier le vote
poll-open-now = Ouvrir le vote maintenant
poll-close-now = Fermer le vote maintenant
poll-cancel = Annuler le vote
poll-create = Préparer le vote
poll-created = Le vote est prêt. Il s’ouvrira tout seul.
poll-changed = Vos modifications sont enregistrées.
poll-opened = Le vote est ouvert.
poll-counted = Le vote est fermé et compté.
poll-called-off = Le vote est annulé.
poll-form-lede = Une seule proposition, pour ou contre. Tout le monde la lit avant de voter.
poll-form-english = En anglais
poll-form-french = En français
poll-form-rules = Quorum : { $quorum } de la liste. Le quorum, les majorités et le poids des abstentions viennent des règles de la coop et sont fixés à l’ouverture du vote.
poll-majority-ordinary = Proposition ordinaire
poll-majority-special = Proposition spéciale
poll-confirm-opening = Ouvrir le vote maintenant?
poll-confirm-opening-roll = La liste sera fixée : tous les membres d’aujourd’hui peuvent voter, et personne ne peut être ajouté plus tard.
poll-confirm-opening-tell = Chaque membre de la liste recevra un avis. Vous ne pourrez plus changer le texte, la règle ni l’heure de fermeture.
poll-confirm-opening-until = Heure de fermeture : { $closes }
poll-confirm-closing = Fermer le vote maintenant?
poll-confirm-closing-early = Les membres qui n’ont pas encore voté ne pourront plus le faire. Fermeture prévue : { $closes }
poll-confirm-closing-count = Les votes sont comptés tout de suite, et toute la liste reçoit le résultat. Vous ne pouvez pas revenir en arrière.
poll-confirm-cancellation = Annuler le vote?
poll-confirm-cancellation-what = Il ne s’ouvrira pas. Sa page reste et dit qu’il a été annulé. Vous ne pouvez pas revenir en arrière.
poll-wrong-order = Choisissez une heure de fermeture après l’ouverture.
poll-wrong-past = Choisissez une heure de fermeture à venir.
poll-wrong-skipped = Cette heure n’existe pas cette nuit-là : les horloges avancent. Choisissez une heure avant ou après.
poll-conflict-closed = Le vote n’est pas ouvert. Votre vote n’a pas été enregistré.
poll-conflict-not-scheduled = Ce vote est déjà ouvert ou a été annulé, et ne peut plus être modifié. Rien n’a été modifié.
poll-conflict-not-open = Ce vote n’est pas ouvert. Rien n’a été modifié.
poll-conflict-missed = L’heure de fermeture de ce vote est passée. Fixez d’abord un nouvel horaire.

event-poll-created = a préparé un vote
event-poll-changed = a modifié un vote
event-poll-cancelled = a annulé un vote
event-poll-opened = a ouvert un vote
event-poll-roll-corrected = a corrigé la liste électorale : une personne y figurait deux fois
event-poll-ballot-cast = a voté
event-poll-ballot-changed = a changé son vote
event-poll-closing-soon = a fait un rappel aux membres qui n’avaient pas voté
event-poll-closed = a fermé et compté un vote
event-ballots-exported = a téléchargé les choix d’un vote terminé
poll-cannot-owed = À l’ouverture du vote, le { $opened }, la trésorerie avait noté que vous deviez de l’argent à la coop. Selon les règles de votre coop, les membres qui doivent de l’argent ne peuvent pas voter. Personne d’autre ne voit cette raison. Si vous croyez à une erreur, parlez-en à la trésorerie.
poll-status-scheduled = À venir
poll-status-closed = Terminé

departure-rolls =
    { $count ->
        [one] Cette personne reste sur la liste électorale d’un vote ouvert. Si elle a voté, son vote compte.
       *[other] Cette personne reste sur les listes électorales de { $count } votes ouverts. Si elle a voté, ses votes comptent.
    }
attention-votes-missed =
    { $count ->
        [one] Un vote n’a pas pu ouvrir à temps
       *[other] { $count } votes n’ont pas pu ouvrir à temps
    }
attention-votes-missed-act = Fixer un nouvel horaire
attention-votes-short =
    { $count ->
        [one] Un vote ouvert n’a pas encore le quorum
       *[other] { $count } votes ouverts n’ont pas encore le quorum
    }
attention-votes-short-act = Voir les votes
begin-vote = Ouvrir votre premier vote
poll-signed-chair = Présidence
poll-signed-secretary = Secrétariat
poll-closed-early = Ce vote a été fermé plus tôt que prévu. La fermeture était annoncée pour le { $when }.
poll-after-vote = Vous pouvez changer votre vote jusqu’à la fermeture. Le résultat paraîtra sur cette page.
poll-calendar = Mettre à l’agenda
poll-calendar-title = Fin du vote : { $name }
poll-call = Des questions ? Appelez { $name } :
