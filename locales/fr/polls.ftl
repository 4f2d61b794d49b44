polls-title = Votes
polls-lede = Ce que les membres décident ensemble. Chaque membre inscrit sur la liste a une voix.
polls-new = Préparer un vote
polls-open = Ouverts
polls-coming = À venir
polls-closed = Décidés
polls-register = Le registre des décisions
polls-none-open = Aucun vote n’est ouvert. Quand un vote s’ouvrira, vous le verrez ici et vous recevrez un avis.
polls-none-closed = Rien n’a encore été décidé.
polls-older = Votes plus anciens
polls-pages = Pages

participation-title = Qui participe
participation-lede = À combien de votes chaque membre était inscrit, et dans combien il a voté. Ce que chacun a choisi n’est pas montré.
participation-period = Les votes terminés : { $from } – { $to }.
participation-search = Chercher un membre
participation-when = Quand
participation-last-months = Douze derniers mois
participation-everybody = Tout le monde
participation-none-answered = N’a voté dans aucun
participation-column-name = Membre
participation-column-asked = Votes où il pouvait voter
participation-column-answered = Votes où il a voté
participation-column-last-on = Dernier vote
participation-never = Jamais
participation-none = Personne ne correspond : aucun vote ne s’est terminé dans cette période, ou le filtre ne laisse personne.
participation-counted = Seuls les votes terminés comptent, parce qu’un vote ouvert dirait qui a déjà voté. Quand ce sont les logements qui votent, le vote déposé pour le logement compte pour toutes les personnes du logement qui sont sur la liste. « Dernier vote » regarde tous les votes terminés, peu importe la date. Les personnes dont les données ont été effacées n’y sont pas.
participation-count =
    { $count ->
        [one] Un membre
       *[other] { $count } membres
    }
participation-more-than = Plus de { $count } membres
participation-file = participation
event-participation-exported = a téléchargé qui participe aux votes

poll-for = Pour
poll-against = Contre
poll-abstain = Abstention
poll-vote = Voter
poll-not-yet = Vous n’avez pas encore voté
poll-not-yours = Vous n’êtes pas sur la liste de ce vote
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
    { $unit ->
        [home] { $cast ->
            [0] Les logements n’ont encore exprimé aucune de leurs { $roll } voix.
            [one] Les logements ont exprimé une voix sur { $roll }.
           *[other] Les logements ont exprimé { $cast } voix sur { $roll }.
        }
        [vote] { $cast ->
            [0] Aucune des { $roll } voix n’est encore exprimée.
            [one] Une voix sur { $roll } est exprimée.
           *[other] { $cast } voix sur { $roll } sont exprimées.
        }
       *[member] { $cast ->
            [0] Aucun des { $roll } membres n’a encore voté.
            [one] Un membre sur { $roll } a voté.
           *[other] { $cast } membres sur { $roll } ont voté.
        }
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
    { $unit ->
        [household] { $needed ->
            [one] Quelqu’un doit voter dans au moins un des { $roll } logements de la liste.
           *[other] Quelqu’un doit voter dans au moins { $needed } des { $roll } logements de la liste.
        }
        [person] { $needed ->
            [one] Au moins une des { $roll } personnes de la liste doit participer.
           *[other] Au moins { $needed } des { $roll } personnes de la liste doivent participer.
        }
        [home] { $needed ->
            [one] Les logements doivent exprimer au moins une de leurs { $roll } voix.
           *[other] Les logements doivent exprimer au moins { $needed } de leurs { $roll } voix.
        }
        [vote] { $needed ->
            [one] Au moins une des { $roll } voix de la liste doit être exprimée.
           *[other] Au moins { $needed } des { $roll } voix de la liste doivent être exprimées.
        }
       *[member] { $needed ->
            [one] Au moins un des { $roll } membres de la liste doit voter.
           *[other] Au moins { $needed } des { $roll } membres de la liste doivent voter.
        }
    }
poll-rule-quorum-coming =
    { $unit ->
        [household] Quelqu’un doit voter dans au moins { $percent } des logements de la liste. La liste est fixée à l’ouverture du vote.
        [person] Au moins { $percent } des personnes de la liste doivent participer. La liste est fixée à l’ouverture du vote.
        [home] Les logements doivent exprimer au moins { $percent } de leurs voix. La liste est fixée à l’ouverture du vote.
        [vote] Au moins { $percent } des voix de la liste doivent être exprimées. La liste est fixée à l’ouverture du vote.
       *[member] Au moins { $percent } des membres de la liste doivent voter. La liste est fixée à l’ouverture du vote.
    }
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
        [one] Rien n’est décidé : un seul vote, et il en fallait { $needed }.
       *[other] Rien n’est décidé : { $cast } votes, et il en fallait { $needed }.
    }
poll-tag-adopted = Adoptée
poll-tag-rejected = Rejetée
poll-tag-no_quorum = Sans quorum
poll-decided = Décision { $number }, { $when }
poll-decision-facts = Décision { $number }, { $day }. Participation : { $cast } sur { $roll }, quorum de { $quorum }. Il fallait { $majority }.
poll-why = Comment on arrive à ce résultat
poll-count-again = Refaire le compte
poll-count-again-help = Les bulletins de cette question, sans les noms, et la façon de les compter. « cooperator count FICHIER » trouve la même chose à partir du fichier JSON, sans ce site.
poll-count-json = Bulletins sans les noms, en JSON
poll-count-blt = Bulletins sans les noms, en .blt pour d’autres programmes de dépouillement
bundle-title = Vérifier soi-même
bundle-how = Enregistrez les deux fichiers dans un même dossier et lancez-y « python3 recount.py { $file } ». Le programme refait le compte de chaque question, vérifie le texte, la règle et les sceaux, et nomme tout ce qui ne concorde pas. « cooperator verify-vote { $file } » fait la même chose.
bundle-file = Tout ce qui a décidé de ce vote, sans les noms, en JSON
bundle-program = Le programme qui le vérifie, en Python : rien d’autre à installer
bundle-named = Le SHA-256 du premier fichier, auquel on reconnaît que tous ont le même :
bundle-ballots = Le SHA-256 des bulletins, scellé à la clôture :
poll-proposal = La proposition
poll-test-quorum =
    { $unit ->
        [household] Assez de logements ont-ils participé?
        [person] Assez de personnes ont-elles participé?
        [home] Les logements ont-ils exprimé assez de voix?
        [vote] Assez de voix ont-elles été exprimées?
       *[member] Assez de membres ont-ils voté?
    }
poll-test-quorum-yes = Oui : { $have } est au moins { $needed }. Le quorum est atteint.
poll-test-quorum-no = Non : { $have } est moins que { $needed }. Sans quorum, rien n’est décidé.
poll-test-majority = Y en avait-il assez de favorables?
poll-test-majority-yes = Oui : { $have } pour est au moins { $needed }.
poll-test-majority-no = Non : { $have } pour est moins que { $needed }.
poll-sum-roll =
    { $unit ->
        [household] Logements sur la liste
        [person] Personnes sur la liste
        [home] Voix des logements sur la liste
        [vote] Voix sur la liste
       *[member] Membres sur la liste
    }
poll-sum-quorum = Quorum : { $percent } de { $roll }, arrondi vers le haut
poll-sum-quorum-none = Quorum : aucun
poll-sum-cast =
    { $unit ->
        [household] Logements où quelqu’un a voté
        [person] Personnes qui ont participé
        [home] Voix exprimées par les logements
        [vote] Voix exprimées
       *[member] Membres qui ont voté
    }
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
poll-copy = Préparer un vote semblable
poll-copied = Un nouveau vote est préparé avec le même texte, les mêmes questions et les mêmes fichiers. Regardez ses dates, puis annoncez-le.
poll-void = Annuler ce vote pour erreur
poll-void-title = Annuler ce vote pour erreur?
poll-void-what = Un vote qui a mal tourné ne compte plus pour rien. Aucun résultat ne tient, et ce qu’il a décidé est marqué comme nul au registre des décisions.
poll-void-kept = Sa page reste, avec votre raison. Les votes déposés, et ce qui en a été compté, sont gardés comme preuve. C’est irréversible.
poll-void-tell = Toutes les personnes inscrites reçoivent un courriel avec votre raison. Pour voter de nouveau, préparez ensuite un vote semblable : il s’ouvre dès que vous l’annoncez.
poll-voided = Le vote est nul, et toutes les personnes inscrites en sont averties. Vous pouvez préparer un vote semblable.
poll-void-since = Nul depuis { $when }
poll-void-note = Ce vote est nul et ne compte pour rien. La raison : { $reason }
poll-void-counted = Nul. Compté auparavant, et gardé comme preuve : { $outcome }
poll-conflict-not-voidable = Seul un vote qui a été ouvert peut être nul. Rien n’a été changé.
polls-void = Nuls
poll-status-void = Nul
guest-void = Ce vote a mal tourné et il est nul. Merci quand même.
event-poll-voided = a déclaré un vote nul
poll-cancel = Annuler le vote
poll-create = Enregistrer et continuer
poll-created = Le vote est enregistré comme brouillon.
poll-changed = Vos modifications sont enregistrées.
poll-opened = Le vote est ouvert.
poll-counted = Le vote est fermé et compté.
poll-called-off = Le vote est annulé.
poll-form-lede = Écrivez de quoi il s’agit et quand. Vous direz ensuite ce qui est demandé. Personne d’autre ne le voit avant que vous l’annonciez.
poll-form-english = En anglais
poll-form-french = En français
poll-form-case = Coût et arguments (facultatif)
poll-case-cost = Coût :
poll-case-pros = Arguments pour
poll-case-cons = Arguments contre
poll-form-rules = Quorum : { $unit ->
        [household] { $quorum } des logements de la liste.
        [person] { $quorum } des personnes de la liste.
       *[vote] { $quorum } de la liste.
    } Le quorum, les majorités et le poids des abstentions viennent des règles de la coop et sont fixés à l’ouverture du vote.
poll-majority-ordinary = Proposition ordinaire
poll-majority-special = Proposition spéciale
poll-confirm-opening = Ouvrir le vote maintenant?
poll-confirm-opening-roll = La liste sera fixée : tous les membres d’aujourd’hui peuvent voter, et personne ne peut être ajouté plus tard.
poll-confirm-opening-tell = Toutes les personnes inscrites seront avisées. Vous ne pourrez plus modifier le texte ni ce qui est demandé.
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
event-poll-reminded = a fait un rappel aux membres qui n’avaient pas voté
poll-text-changed = Le texte a été modifié { $when } : voir ce qui a changé
poll-versions-title = Ce qui a changé
poll-versions-lede = Chaque modification du texte depuis l’annonce du vote, la dernière en premier. Une fois le vote ouvert, son texte reste tel quel, sauf les fautes que deux personnes corrigent.
poll-versions-none = Le texte n’a pas changé depuis l’annonce du vote.
poll-version = Modifié { $when } par { $who }
poll-version-asked = Ce qui est demandé a été modifié.
event-poll-discussion-closed = a clos la discussion du vote
event-poll-discussion-reopened = a rouvert la discussion du vote
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
departure-proxies =
    { $count ->
        [one] Une procuration que cette personne détient dans un vote prend fin. La personne qui l’a donnée est avisée.
       *[other] { $count } procurations que cette personne détient dans des votes prennent fin. Les personnes qui les ont données sont avisées.
    }
departure-proxies-lost =
    { $count ->
        [one] une procuration pour un vote, parce que le vote est fini ou que son auteur a choisi autrement.
       *[other] { $count } procurations pour des votes, parce que les votes sont finis ou que leurs auteurs ont choisi autrement.
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
poll-call = Des questions? Appelez { $name } :

polls-drafts = En préparation
poll-draft = En préparation. Seules les personnes qui gèrent les votes le voient.
poll-you-voted = Vous avez voté
poll-blank = sans réponse
poll-agree = D’accord
poll-aside = Je m’abstiens de bloquer
poll-object = Objection
poll-agree-help = La proposition peut aller de l’avant
poll-aside-help = Ce n’est pas votre choix, mais vous ne vous y opposez pas
poll-object-help = Elle ne doit pas aller de l’avant ainsi. Dites pourquoi plus bas.
poll-if-need-be = { $name } (au besoin)
poll-question-of = Question { $number } sur { $many }
poll-help-one = Faites un seul choix.
poll-help-some =
    { $seats ->
        [one] Faites un seul choix.
       *[other] Faites jusqu’à { $seats } choix.
    }
poll-help-any = Cochez autant de choix que vous voulez.
poll-help-points = Donnez de 0 à { $points } points à chaque choix. Plus il a de points, plus il vous plaît.
poll-help-dots =
    { $points ->
        [one] Donnez votre point à un choix.
       *[other] Répartissez jusqu’à { $points } points. Un choix peut en recevoir plusieurs.
    }
poll-help-ranks = Donnez un rang à autant de choix que vous voulez. Un rang plus bas ne nuit jamais à un rang plus haut. Chaque rang va à un seul choix. Si vous sautez un rang, les suivants remontent.
poll-help-ranks-equal = Donnez un rang à autant de choix que vous voulez. Ceux qui vous plaisent autant peuvent avoir le même rang. Si vous sautez un rang, les suivants remontent.
poll-help-ranks-after-first = Donnez un rang à autant de choix que vous voulez. Le premier rang va à un seul choix; après lui, ceux qui vous plaisent autant peuvent avoir le même rang. Si vous sautez un rang, les suivants remontent.
poll-help-times = Dites pour chaque moment si vous pouvez. Sans réponse, c’est non.
poll-rank =
    { $rank ->
        [1] 1er rang
       *[other] { $rank }e rang
    }
poll-rank-none = Sans rang
poll-order = Votre ordre pour l’instant
poll-order-none = Aucun rang pour l’instant. Vous pouvez en laisser de côté.
poll-order-show = Voir mon ordre
poll-order-up = Monter { $name }
poll-order-down = Descendre { $name }
poll-time-2 = Oui
poll-time-1 = Au besoin
poll-time-0 = Non

poll-method-proposal = Proposition
poll-method-proposal-help = Pour, Contre ou Abstention sur le texte du vote.
poll-method-consent = Consentement
poll-method-consent-help = D’accord, Je m’abstiens de bloquer ou Objection. La proposition passe si personne ne s’y oppose, ou pas plus que permis.
poll-method-choice = Un ou plusieurs choix
poll-method-choice-help = Chaque personne fait un choix, ou autant qu’il y a de places. Le plus de voix l’emporte.
poll-method-approval = Approbation
poll-method-approval-help = Chaque personne coche tout ce qui lui convient. Le plus de coches l’emporte.
poll-method-score = Notes
poll-method-score-help = Chaque personne donne des points à chaque choix. Le total le plus élevé l’emporte.
poll-method-dots = Points à répartir
poll-method-dots-help = Chaque personne a le même nombre de points et les répartit. Le plus de points l’emporte.
poll-method-irv = Classement, une place (vote alternatif)
poll-method-irv-help = Chaque personne classe les choix. À chaque tour, le dernier sort et ses voix vont au rang suivant.
poll-method-stv-scottish = Classement, plusieurs places (règles écossaises)
poll-method-stv-scottish-help = Chaque personne classe les choix. Une place va à qui atteint le quota; les voix de trop continuent.
poll-method-stv-meek = Classement, plusieurs places (Meek)
poll-method-stv-meek-help = Comme les règles écossaises, mais compté par ordinateur, chaque voix étant partagée exactement.
poll-method-schulze = Classement, comparaison deux à deux (Schulze)
poll-method-schulze-help = Chaque personne classe les choix. Celui qui gagne contre chacun des autres est retenu; les cercles se défont par les chemins les plus forts.
poll-method-ranked-pairs = Classement, comparaison deux à deux (paires ordonnées)
poll-method-ranked-pairs-help = Chaque personne classe les choix. Les comparaisons les plus nettes sont gardées d’abord.
poll-method-star = Notes, puis second tour (STAR)
poll-method-star-help = Chaque personne donne de 0 à 5 points. Des deux meilleurs totaux, celui que plus de personnes préfèrent l’emporte.
poll-method-greedy = Budget, le plus de voix d’abord
poll-method-greedy-help = Chaque personne coche des projets. Ils sont payés dans l’ordre des voix, tant qu’il y a de l’argent.
poll-method-equal-shares = Budget à parts égales
poll-method-equal-shares-help = Chaque personne coche des projets. Chacune a la même part de l’argent, et les projets sont payés par celles qui les veulent.
poll-method-times = Une date
poll-method-times-help = Oui, Au besoin ou Non pour chaque moment. Celui où le plus de personnes peuvent venir l’emporte.

poll-outcome-of = { $title } : { $outcome }
poll-rule-consent =
    { $objections ->
        [0] La proposition passe si au moins une personne est d’accord et que personne ne s’y oppose
        [one] La proposition passe si au moins une personne est d’accord et qu’au plus une s’y oppose
       *[other] La proposition passe si au moins une personne est d’accord et qu’au plus { $objections } s’y opposent
    }{ $share ->
        [0] .
       *[other] { "," } et si au moins { $percent } des membres inscrits sont d’accord.
    }
poll-rule-choice =
    { $seats ->
        [one] Le choix qui a le plus de voix l’emporte.
       *[other] Les { $seats } choix qui ont le plus de voix l’emportent.
    }
poll-rule-approval =
    { $seats ->
        [one] Le choix le plus coché l’emporte.
       *[other] Les { $seats } choix les plus cochés l’emportent.
    }
poll-rule-score =
    { $seats ->
        [one] Le choix qui a le plus de points l’emporte.
       *[other] Les { $seats } choix qui ont le plus de points l’emportent.
    }
poll-rule-dots =
    { $seats ->
        [one] Le choix qui a reçu le plus de points l’emporte.
       *[other] Les { $seats } choix qui ont reçu le plus de points l’emportent.
    }
poll-rule-irv = À chaque tour, le dernier choix sort, et chacune de ses voix va au rang suivant du bulletin.
poll-rule-stv-scottish =
    { $seats ->
        [one] Une place, comptée selon les règles écossaises.
       *[other] { $seats } places, comptées selon les règles écossaises : qui atteint le quota a une place, et les voix de trop vont au rang suivant.
    }
poll-rule-stv-meek =
    { $seats ->
        [one] Une place, comptée selon la méthode de Meek.
       *[other] { $seats } places, comptées selon la méthode de Meek : qui atteint le quota a une place, et les voix de trop sont partagées.
    }
poll-rule-schulze =
    { $seats ->
        [one] Chaque choix est comparé à chacun des autres. Celui qui gagne contre tous est retenu.
       *[other] Chaque choix est comparé à chacun des autres. Les { $seats } premiers de l’ordre sont retenus.
    }
poll-rule-ranked-pairs =
    { $seats ->
        [one] Chaque choix est comparé à chacun des autres, les comparaisons les plus nettes d’abord. Le premier de l’ordre est retenu.
       *[other] Chaque choix est comparé à chacun des autres, les comparaisons les plus nettes d’abord. Les { $seats } premiers de l’ordre sont retenus.
    }
poll-rule-star = Les deux choix qui ont le plus de points vont au second tour. Celui que plus de personnes préfèrent l’emporte.
poll-rule-greedy = On peut dépenser { $budget }. Les projets sont payés dans l’ordre des voix, tant qu’il y a de l’argent.
poll-rule-equal-shares = On peut dépenser { $budget }. Chaque personne qui vote en a une part égale, et les projets sont payés par celles qui les ont cochés.
poll-rule-times = Le moment où le plus de personnes peuvent venir l’emporte; à égalité, celui qui a le plus de oui.
poll-binding-yes = Il décide
poll-binding-yes-help = Le résultat est inscrit au registre des décisions.
poll-binding-no = Il demande un avis
poll-binding-no-help = Le résultat est montré à tout le monde, mais ne décide rien.
poll-advisory = Ce vote demande un avis. Il ne décide rien par lui-même.
poll-shows-of-live = À mesure
poll-shows-of-live-help = Tout le monde voit les chiffres pendant que le vote est ouvert.
poll-shows-of-voted = Après avoir voté
poll-shows-of-voted-help = Qui a voté voit les chiffres du moment.
poll-shows-of-closed = Après la fermeture
poll-shows-of-closed-help = Personne ne voit de chiffres avant. Alors seulement, la fermeture peut être reportée ou avancée.
poll-shows-live = Les chiffres sont montrés à mesure.
poll-shows-voted = Les chiffres du moment sont montrés aux personnes qui ont voté.
poll-shows-closed = Aucun chiffre n’est montré avant la fermeture.
poll-extended-note = La fermeture a été reportée. Elle avait d’abord été annoncée pour { $when }.
poll-extend = Reporter la fermeture
poll-extend-now = Le vote ferme { $when }.
poll-extend-how = Toutes les personnes inscrites en sont avisées. La page dira quelle fermeture avait d’abord été annoncée.
poll-extended = La fermeture a été reportée.
poll-wrong-sooner = Choisissez un moment après la fermeture annoncée
poll-conflict-figures-seen = Les chiffres de ce vote sont montrés; sa fermeture ne peut donc plus être déplacée. Il ferme au moment annoncé, ou quand tout le monde a voté.
poll-announced = Le vote est annoncé. Il ouvrira de lui-même.
poll-announce = Annoncer le vote
poll-setup-title = Préparer ce vote
poll-setup-text = Texte et moments
poll-setup-edit = Modifier le texte et les moments
poll-setup-questions = Ce qui est demandé
poll-setup-ready = Tout est prêt?
poll-setup-roll =
    { $unit ->
        [home] { $roll ->
            [one] S’il ouvrait aujourd’hui, les logements auraient une voix.
           *[other] S’il ouvrait aujourd’hui, les logements auraient { $roll } voix.
        }
        [vote] { $roll ->
            [one] S’il ouvrait aujourd’hui, il y aurait une voix.
           *[other] S’il ouvrait aujourd’hui, il y aurait { $roll } voix.
        }
       *[member] { $roll ->
            [one] S’il ouvrait aujourd’hui, un membre serait inscrit sur la liste.
           *[other] S’il ouvrait aujourd’hui, { $roll } membres seraient inscrits sur la liste.
        }
    }
poll-setup-announced = Le vote est annoncé. Jusqu’à son ouverture, vous pouvez encore le modifier.
poll-setup-announce-how = Les membres voient le vote dès ce moment. Il ouvre de lui-même à l’heure dite, et toutes les personnes inscrites en sont avisées.
poll-question-title = Une question
poll-question-edit = Modifier
poll-question-remove = Retirer
poll-question-add = Autre question
poll-question-add-act = Ajouter
poll-question-choices = Ce qu’on peut choisir
poll-question-choices-hint = Une ligne par choix, dans l’ordre du bulletin. Une langue suffit. Laissez vides les lignes de trop.
poll-question-more = Plus de lignes
poll-choice-en = Choix { $row }, en anglais
poll-choice-fr = Choix { $row }, en français
poll-choice-cost = Coût de { $row }, en dollars
poll-choice-day = Date { $row }
poll-choice-hour = Heure { $row }, s’il y en a une
poll-missing-question = Ajoutez une question.
poll-missing-title = Quand il y a plusieurs questions, chacune a besoin d’un titre.
poll-missing-choices = Une question demande au moins deux choix.
poll-missing-costs = Un budget demande un montant, et chaque projet un coût.
poll-missing-contest = Il faut plus de choix que de places.
poll-wrong-long = C’est plus que ce qu’un vote peut demander, soit 40 questions de 300 choix.
poll-wrong-foreign = Ce n’est pas un des choix. Choisissez de nouveau.
poll-wrong-answers = Donnez une réponse par question : un avis, des points ou des rangs, chaque choix une seule fois.
poll-wrong-side = Choisissez une des réponses
poll-wrong-many = Faites au plus { $limit } choix
poll-wrong-points = Donnez au plus { $limit } points à chaque choix
poll-wrong-dots = Vous avez { $limit } points en tout
poll-wrong-same-rank = Deux choix ont le rang { $limit }. Donnez à chacun son rang.
poll-wrong-several-first = Donnez le premier rang à un seul choix : ce mode de décompte ne peut pas le partager
poll-wrong-numbers = Écrivez des nombres entiers
poll-wrong-no-reason = Dites pourquoi vous vous y opposez
poll-wrong-money = Écrivez un montant en dollars, par exemple 1250 ou 1250,50
poll-wrong-hour = Écrivez une heure, par exemple 19:00
poll-check-title = Vérifiez vos réponses
poll-check-lede = Rien n’est encore envoyé. Votre vote compte quand vous appuyez sur « Déposer mon vote ».
poll-check-unranked = Sans rang : { $names }.
poll-check-skipped = Vous avez sauté un rang. Les rangs suivants remontent, dans l’ordre que vous avez donné.
poll-check-change = Modifier mes réponses
poll-recorded-all = Votre vote est enregistré.
poll-tag-chosen = Choix fait
poll-tag-tied = Égalité
poll-decided-number = Décision { $number }
poll-decision-facts-chosen = Décision { $number }, { $day }. Participation : { $cast } sur { $roll }, quorum { $quorum }.
poll-who-all = Qui a répondu quoi
poll-reasons = Raisons données
event-poll-asked = a changé ce qu’un vote demande
event-poll-announced = a annoncé un vote
event-poll-extended = a reporté la fermeture d’un vote
fact-told-en = Dit par courriel (anglais)
fact-told-fr = Dit par courriel (français)
fact-numbers = Numéros au registre
fact-verdicts = Résultat
fact-voted = Ont voté
fact-questions = Ce qui est demandé
poll-outcome-consent-yes = Adoptée : { $agree } d’accord, { $aside } sans s’y opposer, { $object } contre.
poll-outcome-consent-no = Non adoptée : { $agree } d’accord, { $aside } sans s’y opposer, { $object } contre.
poll-question-changed = Quelqu’un d’autre a modifié ce vote entre-temps. Vos entrées sont gardées. Enregistrez de nouveau pour les mettre à la place des siennes.
polls-advice = Avis demandés
poll-advice-facts = { $day }. Participation : { $cast } sur { $roll }.
poll-methods-more = Autres façons de décider
poll-bars-votes = Voix
poll-bars-points = Points
poll-bars-first = Premiers rangs
poll-bars-can = Personnes qui peuvent venir
poll-outcome-chosen = Choix retenu : { $names }.
poll-outcome-elected = Personnes élues : { $names }.

# ---- la liste électorale ----
roll-title = Qui vote
roll-look = Qui serait sur la liste, et qui n’y serait pas
roll-by-member = Chaque membre a une voix.
roll-by-home_first = Ce sont les logements qui votent : chacun a une voix, sauf si le registre lui en donne plus. La première personne du logement qui vote le fait pour tous.
roll-by-home_jointly = Ce sont les logements qui votent : chacun a une voix, sauf si le registre lui en donne plus. Elle compte dès que toutes les personnes du logement qui sont sur la liste ont donné les mêmes réponses.
roll-by-shares = Chaque membre a autant de voix que de parts.
roll-is =
    { $unit ->
        [home] { $roll ->
            [one] Les logements ont une voix.
           *[other] Les logements ont { $roll } voix.
        }
        [vote] { $roll ->
            [one] Il y a une voix.
           *[other] Il y a { $roll } voix.
        }
       *[member] { $roll ->
            [one] Un membre est sur la liste.
           *[other] { $roll } membres sont sur la liste.
        }
    }
roll-would-be =
    { $unit ->
        [home] { $roll ->
            [one] Si le vote ouvrait aujourd’hui, les logements auraient une voix.
           *[other] Si le vote ouvrait aujourd’hui, les logements auraient { $roll } voix.
        }
        [vote] { $roll ->
            [one] Si le vote ouvrait aujourd’hui, il y aurait une voix.
           *[other] Si le vote ouvrait aujourd’hui, il y aurait { $roll } voix.
        }
       *[member] { $roll ->
            [one] Si le vote ouvrait aujourd’hui, un membre serait sur la liste.
           *[other] Si le vote ouvrait aujourd’hui, { $roll } membres seraient sur la liste.
        }
    }
roll-people =
    { $many ->
        [one] Une personne peut voter.
       *[other] { $many } personnes peuvent voter.
    }
roll-record = Seules les personnes qui étaient membres le { $day } sont sur la liste.
roll-taken = La liste a été fixée à l’ouverture du vote, le { $when }.
roll-at-opening = La liste est fixée à l’ouverture du vote.
roll-mailed =
    { $many ->
        [0] Aucun courriel ne partirait.
        [one] Un courriel partirait.
       *[other] { $many } courriels partiraient.
    }
roll-stays = Qui déménage, change de statut ou quitte la coop pendant le vote reste sur la liste, et le vote déjà déposé compte. Deux fiches d’une même personne n’ont qu’une voix.
roll-names = Sur la liste
roll-names-not = Les noms sont réservés aux responsables des votes. Votre propre place est indiquée sur la page du vote.
roll-out-title = Pas sur la liste
roll-out-told = Chacune de ces personnes voit la raison sur la page du vote.
roll-out-auxiliary = Membres auxiliaires
roll-out-suspended = Membres dont l’adhésion est suspendue
roll-out-arrears = Une raison que seules la personne et la trésorerie voient
roll-out-no_home = Membres sans logement qui ait une voix
roll-out-no_share = Membres sans part
roll-out-joined_since = Membres depuis une date trop récente
roll-out-interest = Membres qui ont un intérêt personnel dans la décision
poll-cannot-joined-since = Seules les personnes qui étaient membres le { $day } peuvent voter ici, et vous n’étiez pas membre ce jour-là.
poll-cannot-no-home = Ici, ce sont les logements qui votent, et à l’ouverture du vote, le { $opened }, vous n’habitiez pas, comme membre, dans un logement qui a une voix.
poll-cannot-no-share = Ici, on vote selon les parts, et à l’ouverture du vote, le { $opened }, vous n’en aviez aucune.
poll-cannot-interest = Vous avez déclaré un intérêt personnel dans cette décision et n’y prenez donc pas part.
poll-home-first =
    { $many ->
        [one] Votre logement a une voix. Si vous votez, vous votez pour toutes les personnes du logement.
       *[other] Votre logement a { $many } voix. Si vous votez, vous les exprimez pour toutes les personnes du logement.
    }
poll-home-voted = { $names } a voté pour votre logement. Chaque logement vote une fois. Ce vote peut encore être changé par la même personne jusqu’à la fin.
poll-home-jointly =
    { $many ->
        [one] Votre logement a une voix. Elle compte dès que toutes les personnes du logement qui sont sur la liste ont donné les mêmes réponses.
       *[other] Votre logement a { $many } voix. Elles comptent dès que toutes les personnes du logement qui sont sur la liste ont donné les mêmes réponses.
    }
poll-home-answered = Dans votre logement, à part vous, a déjà répondu : { $names }.
poll-home-awaited = Dans votre logement, n’a pas encore répondu : { $names }.
poll-home-agrees = Vos réponses sont les mêmes : la voix de votre logement compte.
poll-home-differs = Vos réponses ne sont pas les mêmes : la voix de votre logement ne compte pas encore. Vous pouvez changer la vôtre jusqu’à la fin.
poll-homes-apart = Non compté : les personnes du logement n’ont pas donné les mêmes réponses
poll-conflict-home = Une personne de votre logement vient de voter pour vous tous, et chaque logement vote une fois. Ouvrez le vote de nouveau pour voir qui.
poll-weighs =
    { $many ->
        [one] Vous avez une voix ici.
       *[other] Vous avez { $many } voix ici. Elles vont ensemble.
    }
poll-plain = Si chaque personne comptait une fois (cela ne décide rien) :
poll-csv-counts = Compté
poll-wrong-record = Choisissez une date qui n’est pas après l’ouverture du vote.

guests-title = Invités
guests-lede = Quelqu’un qui n’est pas membre et n’a pas de compte peut répondre à ce vote par un lien personnel : le plombier, une architecte, un voisin.
guests-all = Qui a été invité
guests-none = Personne pour l’instant.
guests-asked = Invité { $number }, depuis le { $day }. Pas encore de réponse.
guests-answered = Invité { $number }, depuis le { $day }. A répondu.
guests-kept = Le nom est retiré { $months } mois après la fermeture, ou quand vous l’enlevez. Le journal ne nomme les invités que par leur numéro.
guests-ask = Inviter quelqu’un
guests-how = Au plus { $many } invités. Les membres voient leurs noms et leurs réponses une fois le vote fermé. Leurs réponses ne comptent pas dans le résultat : elles sont montrées à côté.
guests-make = Créer le lien
guests-renew = Créer un nouveau lien
guests-revoke = Retirer le lien
guests-forget = Enlever le nom
guests-mailed = Le lien a aussi été envoyé par courriel : { $address }. Cette adresse n’est pas gardée avec le vote.
guests-renewed = Le lien d’avant ne mène plus nulle part.
guests-revoked = C’est fait. Le lien ne mène plus nulle part.
guests-made-title = Le lien personnel
guests-made-help = Copiez ce lien et donnez-le à la personne invitée. Vous ne pourrez pas le revoir, mais vous pouvez en créer un nouveau.
guests-made-secret = Quiconque a ce lien répond au nom de cette personne. Ne le donnez à personne d’autre.
guests-made-before = Ce lien a été montré à sa création et ne peut pas l’être de nouveau. Vous pouvez en créer un nouveau.
guests-made-back = Retour aux invités
guests-conflict-not-asked = On peut inviter quelqu’un à un vote qui demande un avis, de son annonce à sa fermeture.
guests-wrong-many = Un vote a au plus { $limit } invités
guests-marked = { $name } (sur invitation)
guests-number = Invité { $number }
guests-said = Ce qu’ont répondu les invités
guests-not-counted = Les réponses des invités ne comptent pas dans le résultat, qui est celui des membres.
guests-count =
    { $count ->
        [one] Une personne invitée a répondu par un lien.
       *[other] { $count } personnes invitées ont répondu par un lien.
    }
guests-who-can = Qui peut être là, et quand
guests-can-with = Membres et invités
guest-hello = { $name }, { $coop } aimerait connaître votre avis. Vous n’avez pas besoin de compte.
guest-how = Les membres voient votre nom et votre réponse une fois le vote fermé. Votre réponse est montrée à côté du résultat et n’y compte pas. Vous pouvez la changer par ce lien jusqu’à la fermeture.
guest-answer = Envoyer ma réponse
guest-change = Changer ma réponse
guest-reason = Quelque chose à ajouter?
guest-recorded = Votre réponse est enregistrée.
guest-said = Votre réponse est enregistrée : { $answer }
guest-late = Le vote n’est plus ouvert. Ce que vous venez d’envoyer n’a pas été enregistré.
guest-coming = Ce vote ouvre { $when }. Revenez alors par le même lien.
guest-closed = Ce vote s’est terminé { $when }. Merci.
guest-dead-title = Ce lien ne mène nulle part
guest-dead = Il a peut-être été retiré, ou un plus récent vous a été envoyé. Demandez à la personne qui vous l’a donné.
guest-contact = Des questions
event-guest-invited = a créé un lien pour une personne invitée à un vote
event-guest-revoked = a retiré le lien, ou le nom, d’une personne invitée à un vote
event-guest-answered = a reçu la réponse d’une personne invitée à un vote
mail-guest-subject = { $coop } vous demande : { $vote }
mail-guest-text = { $coop } aimerait votre réponse. La question : { $vote }. Ouvrez le lien, marquez votre réponse et envoyez-la. Vous n’avez pas besoin de compte. Le lien est pour vous seulement.
mail-guest-open = Ouvrir la page
mail-guest-until = Vous pouvez répondre, et changer votre réponse, jusqu’à la fermeture : { $when }. Si vous ne le voulez pas, ne faites rien.

# ---- procurations, et un intérêt personnel ----
proxies-title = Procurations
proxies-lede = Si vous ne pouvez pas voter vous-même, une autre personne de la liste peut voter pour vous, dans ce vote seulement.
proxies-limit =
    { $many ->
        [one] Personne ne peut voter pour plus d’une autre personne, et une procuration ne se transmet pas.
       *[other] Personne ne peut voter pour plus de { $many } autres personnes, et une procuration ne se transmet pas.
    }
proxies-held = Vous pouvez voter pour
proxies-all = Qui vote pour qui
proxy-line = { $giver } (par procuration : { $holder })
proxy-yours = { $name } peut voter pour vous
proxy-voted = Le vote est déposé par procuration.
proxy-voted-self = Le vote a été déposé en personne : la procuration n’a plus d’effet.
proxy-unused = Pas encore utilisée.
proxy-take-back = Retirer la procuration
proxy-take-back-help = Un vote déjà déposé par procuration reste jusqu’à ce que vous votiez vous-même. Vous pouvez voter vous-même à tout moment, sans retirer la procuration.
proxy-decline = Refuser la procuration
proxy-vote = Voter pour { $name }
proxy-vote-title = Voter pour { $name }
proxy-cast = Déposer ce vote
proxy-give = Laisser quelqu’un voter pour vous
proxy-give-act = Donner la procuration
proxy-choose = Choisissez une personne
proxy-cannot-give = Vous pouvez donner une procuration si vous êtes sur la liste et n’avez pas encore voté.
proxy-given = Cette personne peut maintenant voter pour vous; elle en est avisée.
proxy-ended = La procuration a pris fin. L’autre personne en est avisée.
proxy-voted-for-you = { $name } a voté pour vous par procuration. Si vous votez ici, votre propre vote le remplace.
proxy-wrong-nobody = Choisissez qui doit voter pour vous.
proxy-wrong-oneself = Choisissez une autre personne que vous.
proxy-wrong-not-on-roll = Cette personne n’est pas sur la liste et ne peut pas voter pour vous.
proxy-wrong-has-given = Cette personne a donné sa propre procuration et ne peut pas voter pour vous.
proxy-wrong-full = Cette personne vote déjà pour autant d’autres que les règles le permettent. Choisissez quelqu’un d’autre.
proxy-wrong-holds = Vous détenez une procuration dans ce vote, et une procuration ne se transmet pas. Refusez-la d’abord.
proxy-wrong-given = Vous avez déjà donné une procuration dans ce vote. Retirez-la d’abord.
proxy-conflict-none = Il n’y a pas de procurations dans ce vote.
proxy-conflict-over = Le vote n’est plus ouvert : les procurations ne changent plus.
proxy-conflict-voted = Le vote de cette personne a été déposé en personne : une procuration n’a pas d’effet ici.
interest-title = Déclarer un intérêt
interest-back = Retirer ma déclaration
interest-what = Déclarez un intérêt si cette décision vous ferait gagner ou perdre quelque chose personnellement, par exemple si le contrat va à votre entreprise ou à votre famille.
interest-then = Vous quittez alors la liste de ce vote : vous ne votez pas, et le quorum et la majorité se calculent sur les autres. Si vous avez voté, votre vote est retiré. Le journal garde que vous avez déclaré un intérêt.
interest-figures = Vous pouvez retirer la déclaration jusqu’à la fin du vote. Là où les chiffres se voient au fur et à mesure, d’autres peuvent remarquer qu’un vote a été retiré.
interest-declare = Déclarer mon intérêt
interest-back-what = Vous seriez de nouveau sur la liste et pourriez voter.
interest-withdraw = Retirer ma déclaration
interest-declared = C’est noté. Vous ne prenez pas part à ce vote.
interest-withdrawn = Vous êtes de nouveau sur la liste. Le vote déposé auparavant ne compte pas : votez de nouveau.

# ---- votes that recur ----
templates-title = Modèles de votes
templates-lede = Un vote qui revient, comme le budget de l’année, peut être gardé comme modèle. Un modèle garde le texte, ce qui est demandé et la durée du vote.
templates-none = Il n’y en a pas encore. Ouvrez un vote et choisissez « Garder comme modèle ».
templates-offered = Partir d’un modèle
templates-blank = Ou partir de rien
templates-all = Tous les modèles
template-begin = Préparer un vote
template-begin-how = Le vote est d’abord un brouillon. Vous fixez ses dates, vous changez ce que vous voulez, puis vous l’annoncez.
template-begun = Un vote est préparé à partir du modèle. Regardez ses dates et ce qu’il demande, puis annoncez-le.
template-asks =
    { $many ->
        [0] Il ne demande encore rien.
        [one] Il pose une question : { $methods }.
       *[other] Il pose { $many } questions : { $methods }.
    }
template-decides = Il décide.
template-lasts-days =
    { $days ->
        [one] Il est ouvert pendant un jour
       *[other] Il est ouvert pendant { $days } jours
    }{ $hours ->
        [0] .
        [one] { " et une heure." }
       *[other] { " et" } { $hours } heures.
    }
template-lasts-hours =
    { $hours ->
        [0] { $minutes ->
            [one] Il est ouvert pendant une minute.
           *[other] Il est ouvert pendant { $minutes } minutes.
        }
        [one] Il est ouvert pendant une heure.
       *[other] Il est ouvert pendant { $hours } heures.
    }
template-keep = Garder comme modèle
template-keep-what = Voici ce qui est gardé, avec le texte et les choix. Les dates, les personnes, les bulletins et les fichiers ne le sont pas.
template-kept = Le modèle est gardé. Vous le trouverez chaque fois que vous préparerez un vote.
template-rename = Renommer
template-rename-title = Renommer un modèle
template-renamed = Le modèle a son nouveau nom.
template-take-away = Retirer le modèle
template-take-away-how = Les votes préparés à partir de lui restent tels quels. Vous ne pouvez pas revenir en arrière.
template-taken-away = Le modèle est retiré.
template-wrong-many = Il y a déjà { $limit } modèles. Retirez-en un d’abord.
event-template-kept = a gardé un vote comme modèle
event-template-renamed = a renommé un modèle de votes
event-template-taken-away = a retiré un modèle de votes
audit-about-template = Modèles de votes
field-template-en = Nom du modèle en anglais
field-template-fr = Nom du modèle en français

# ---- a ballot to try ----
trial-setup = Voir le vote comme les membres
trial-setup-how = Remplissez le bulletin et envoyez-le, comme les membres le feront. Rien n’est gardé.
trial-title = Essayer le bulletin
trial-mark = Ceci est un essai. Vous pouvez remplir le bulletin et l’envoyer; rien n’est gardé ni compté.
trial-drawn = L’ordre des choix est tiré au sort à l’ouverture du vote.
trial-taken = Un essai : ce bulletin serait enregistré. Rien n’a été gardé.
trial-taken-one = Un essai : « { $name } » serait enregistré. Rien n’a été gardé.
trial-back = Retour à la préparation
trial-over = Ce vote est ouvert; il n’y a donc plus rien à essayer.

# ---- une faute dans un vote ouvert ----
corrections-title = Corriger une faute
corrections-lede = Un vote ouvert garde son texte. Seule l’orthographe peut être corrigée, par deux personnes qui gèrent les votes : l’une propose, l’autre confirme. Les votes exprimés restent tels quels, et la page du vote dit ce qui a été corrigé.
corrections-propose = Proposer une correction
corrections-rules = Corrigez les mots là où ils sont. Les nombres et les liens ne peuvent pas changer, ni les mots comme « pas », « tous » ou « doit », ni l’ordre des choix. Seules quelques lettres d’un mot, et quelques mots, peuvent différer du texte avec lequel le vote s’est ouvert. Si le vote pose la mauvaise question, annulez-le pour erreur et préparez-en un autre.
corrections-propose-act = Proposer
corrections-of-vote = Le texte du vote
corrections-proposed = Proposé. La correction se fait quand une autre personne qui gère les votes la confirme.
corrections-waiting = En attente d’une deuxième personne
corrections-wait = Une correction attend une deuxième personne
corrections-too-late = Le vote s’est fermé avant qu’on la confirme; le texte est donc resté tel quel.
corrections-settled = Réglées
corrections-made = Corrigé depuis l’ouverture du vote
corrections-made-how = L’orthographe seulement. Les votes exprimés sont restés tels quels.
correction-confirm = Confirmer
correction-decline = Refuser
correction-take-back = Reprendre
correction-yours = C’est vous qui l’avez proposée; une autre personne doit la confirmer.
correction-confirmed = Le texte est corrigé. Les personnes qui avaient voté en sont averties.
correction-not-made = Le texte reste tel quel.
correction-waits = Proposée { $when } par { $proposer }.
correction-made = Corrigé { $when } : proposé par { $proposer }, confirmé par { $settler }.
correction-declined = Refusée { $when } par { $settler }. Elle avait été proposée par { $proposer }.
correction-withdrawn = Reprise { $when } par { $proposer }.
correction-of-title = Titre
correction-of-details = Texte
correction-of-pros = Arguments pour
correction-of-cons = Arguments contre
correction-of-question = Question
correction-of-choice = Choix
correction-in-en = en anglais
correction-in-fr = en français
correction-in-both = en anglais et en français
correction-place = { $what } ({ $language })
correction-place-of = { $what } { $question } ({ $language })
correction-place-choice = { $what } { $choice } ({ $language })
correction-place-choice-of = { $what } { $choice } de la question { $question } ({ $language })
correction-wrong-numbers = Les nombres, les montants et les mots barrés ne se corrigent pas dans un vote ouvert
correction-wrong-address = Les liens et les adresses de courriel ne se corrigent pas dans un vote ouvert
correction-wrong-sense = « { $limit } » décide du sens du texte : dans un vote ouvert, ce mot ne peut ni venir, ni partir, ni se déplacer
correction-wrong-words = On ne peut ni ajouter ni enlever des mots dans un vote ouvert : { $limit }
correction-wrong-other-word = Ce serait un autre mot, et non une autre orthographe : { $limit }
correction-wrong-much = Au plus { $limit } mots peuvent différer du texte avec lequel le vote s’est ouvert
correction-wrong-choice = On pourrait prendre ce choix pour un autre : { $limit }
correction-wrong-waits = Une correction de ce texte attend déjà une deuxième personne
correction-wrong-many = Ce vote a été corrigé trop souvent. Annulez-le pour erreur et préparez-en un autre.
correction-wrong-nothing = Rien n’a changé. Corrigez le mot là où il est, puis proposez la correction.
correction-conflict-own = C’est vous qui avez proposé cette correction; une autre personne doit la confirmer. Rien n’a changé.
correction-conflict-settled = Cette correction a déjà été confirmée, refusée ou reprise. Rien n’a changé.
correction-conflict-changed = Le texte a changé depuis cette proposition, qui ne convient plus. Rien n’a changé.
attention-corrections =
    { $count ->
        [one] Une correction dans un vote ouvert attend votre accord
       *[other] { $count } corrections dans des votes ouverts attendent votre accord
    }
attention-corrections-act = Voir les votes
event-poll-correction-proposed = a proposé de corriger une faute dans un vote
event-poll-correction-declined = n’a pas fait une correction dans un vote
event-poll-corrected = a confirmé une correction dans un vote
fact-corrected = Corrigé
fact-proposed-by = Proposé par

# ---- ce que sont devenus les bulletins ----
poll-apart = Bulletins mis de côté
poll-apart-blank = Sans réponse à cette question
poll-apart-abstained = Abstentions
poll-apart-invalid = Avec plusieurs choix au premier rang, ce que ce mode ne peut pas compter
poll-apart-counted = Comptés
poll-apart-skipped = Parmi ceux-ci, avec un rang sauté : les suivants remontent
poll-apart-exhausted = Ne nommaient plus personne en lice, après le tour { $round }

# ---- de quoi se prend le quorum, et les secondes convocations ----
poll-rule-second-call = C’est le quorum d’une seconde convocation.
poll-quorum-number =
    { $unit ->
        [household] { $needed ->
            [one] un logement
           *[other] { $needed } logements
        }
       *[person] { $needed ->
            [one] une personne
           *[other] { $needed } personnes
        }
    }
poll-quorum-reached-of =
    { $unit ->
        [household] Quorum atteint : logements participants : { $present }, requis : { $needed }.
       *[person] Quorum atteint : personnes participantes : { $present }, requises : { $needed }.
    }
poll-quorum-missing-of =
    { $unit ->
        [household] Le quorum n’est pas encore atteint : logements participants : { $present }, requis : { $needed }.
       *[person] Le quorum n’est pas encore atteint : personnes participantes : { $present }, requises : { $needed }.
    }
poll-outcome-no-quorum-of =
    { $unit ->
        [household] Rien n’est décidé : logements où quelqu’un a voté : { $cast }, requis : { $needed }.
       *[person] Rien n’est décidé : personnes participantes : { $cast }, requises : { $needed }.
    }
second-call-is = Seconde convocation d’un vote qui n’a pas eu le quorum.
second-call-same = Le texte et les questions sont ceux du premier vote; seules les dates changent.
second-call-first = Voir le premier vote
second-call-was = Ce vote n’a pas eu le quorum et a été convoqué une seconde fois.
second-call-later = Voir la seconde convocation
second-call-possible =
    { $share ->
        [0] Les règles permettent de convoquer ce vote une seconde fois. Il n’y a alors pas de quorum : les votes exprimés décident.
       *[other] Les règles permettent de convoquer ce vote une seconde fois, avec un quorum de { $percent }.
    }
second-call-act = Convoquer ce vote une seconde fois
second-call-made = La seconde convocation est préparée, avec le même texte et les mêmes questions. Vérifiez ses dates, puis annoncez-la.
second-call-conflict-quorum = Seul un vote fermé qui n’a pas eu le quorum peut être convoqué de nouveau. Rien n’a changé.
second-call-conflict-second = Ce vote est déjà une seconde convocation, et il n’y en a pas de troisième. Rien n’a changé.
second-call-conflict-rules = Les règles de la coop ne connaissent pas de seconde convocation. Rien n’a changé.
second-call-conflict-again = Ce vote a déjà été convoqué une seconde fois. Rien n’a changé.
second-call-conflict-same = Une seconde convocation demande ce que demandait le premier vote. Seules les dates peuvent changer. Rien n’a changé.
fact-quorum-of = Quorum pris sur
fact-second-call-of = Seconde convocation du vote numéro

# ---- votes secrets : l'urne scellée, ses clés et sa liste ----

field-secrecy = Ouvert ou secret
poll-secrecy-open = Ouvert
poll-secrecy-open-help = Après la fermeture, les membres voient qui a voté quoi. D’ici là, on peut changer son vote.
poll-secrecy-list = Secret, chaque bulletin publié avec son code
poll-secrecy-list-help = Chaque personne retrouve son bulletin, et tout le monde peut recompter. Pour l’élection du conseil.
poll-secrecy-ballots = Secret, bulletins publiés sans codes
poll-secrecy-ballots-help = Tout le monde peut recompter, mais personne ne peut montrer comment il a voté. Là où des gens pourraient subir des pressions.
poll-secrecy-figures = Secret, seuls les chiffres publiés
poll-secrecy-figures-help = Aucun bulletin n’est montré. Avec beaucoup de candidatures, un classement complet pourrait être une signature exigée par quelqu’un.
poll-secrecy-note-list = Ce vote est secret. Après la fermeture, chaque bulletin est publié sans nom, sous un code connu seulement de la personne qui a voté.
poll-secrecy-note-ballots = Ce vote est secret. Après la fermeture, les bulletins sont publiés sans noms ni codes.
poll-secrecy-note-figures = Ce vote est secret. Après la fermeture, seuls les chiffres sont publiés.
poll-secret-ballot = Ce vote est secret. Votre choix reste séparé de votre nom, sous clé, jusqu’à la fermeture. Une fois déposé, il ne peut plus être changé.
poll-conflict-secret = Ce vote est secret. On y vote seulement sur sa page, et en personne.
poll-disputed = Ce vote est contesté : ce qui a été trouvé dans l’urne ne peut pas être juste, et rien n’a été compté.
poll-status-disputed = Contesté
urn-how = Comment fonctionne un vote secret

# ---- le bulletin ----

field-own-word = Un mot de votre choix
hint-own-word = Au plus 12 lettres ou chiffres, sans accents. Il s’ajoute à votre code, pour que personne d’autre n’ait le même. N’utilisez pas votre nom.
urn-code = Votre code
urn-check-list = Notez ce code ou prenez-le en photo. Après la fermeture, il vous permet de retrouver votre bulletin dans la liste publiée. Personne ne pourra vous le redonner.
urn-check-ballots = Après la fermeture, les bulletins sont publiés sans noms ni codes. Personne ne peut montrer comment il a voté, et vous ne pouvez pas retrouver le vôtre.
urn-check-figures = Après la fermeture, seuls les chiffres sont publiés.
urn-check-final = Une fois déposé, votre bulletin ne peut être ni changé ni repris.
urn-wrong-look = Vous avez vu cette page il y a une heure ou plus, ou quelque chose a changé. Regardez encore une fois. Le code est nouveau.
urn-wrong-word = Seulement des lettres sans accents et des chiffres, 12 au plus.
urn-conflict-voted = Vous avez voté. Un bulletin secret ne peut pas être changé.
urn-conflict-acting = Un vote secret se dépose en personne. Cessez d’abord d’agir au nom d’une autre personne.
urn-conflict-interest = Votre bulletin est dans l’urne, et personne ne peut l’en retirer.
urn-recorded-title = Votre vote est enregistré
urn-recorded = Votre bulletin est dans l’urne.
urn-recorded-final = Il ne peut pas être changé, et personne ne peut le voir avant la fermeture.
urn-recorded-results = Le résultat vient après la fermeture : { $when }
urn-recorded-list = Votre code vous permettra alors de retrouver votre bulletin dans la liste, sur la page du résultat.
urn-recorded-ballots = Les bulletins seront publiés sans noms ni codes.
urn-recorded-figures = Seuls les chiffres seront publiés.
urn-recorded-told = Après la fermeture, un message vous dira si nos registres indiquent que vous avez voté. En cas d’erreur, appelez tout de suite.
urn-recorded-home = Retour à l’accueil
urn-quorum-reached = Le quorum est atteint.
urn-quorum-missing = Le quorum n’est pas encore atteint.

# ---- l'urne ----

urn-title = L’urne et sa clé
urn-lede = Un vote secret ne s’ouvre que lorsqu’une deuxième personne a préparé son urne, et que deux scrutatrices ou scrutateurs ont un code qui peut l’ouvrir si le serveur perd sa clé.
urn-step-announced = Le vote est annoncé.
urn-step-prepare = Une deuxième personne responsable prépare l’urne et nomme deux scrutatrices ou scrutateurs.
urn-step-prepared = L’urne est prête. Sa clé : { $key }
urn-step-codes = Chaque scrutatrice ou scrutateur prend son code.
urn-step-code = { $name } prend un code.
urn-step-code-taken = { $name } a un code.
urn-step-opens = Le vote s’ouvre à son heure, une fois tout cela fait.
urn-step-opened = Le vote est ouvert.
urn-step-destroyed = Clé détruite { $when }. Plus personne ne peut lire ce que les copies de sauvegarde contiennent de l’urne.
urn-settings = La base de données en noterait trop
urn-settings-help = Avec ces réglages, la base de données garde des traces de qui vote et quand. La personne qui s’occupe du serveur les change avant qu’un vote secret puisse s’ouvrir.
urn-prepare = Préparer l’urne
urn-prepare-help = Vous n’avez pas annoncé ce vote : vous êtes donc la deuxième personne. Choisissez deux membres qui ne sont pas candidats. Chacun reçoit un message et prend un code.
urn-prepare-again = Préparer l’urne de nouveau
urn-prepare-again-help = Pour d’autres scrutatrices ou scrutateurs, ou si un code est perdu. Les codes déjà pris deviennent nuls.
urn-prepare-act = Préparer l’urne
urn-prepared = L’urne est prête. Les deux scrutatrices ou scrutateurs sont invités à prendre leur code.
urn-choose = Choisissez un membre
field-first = Premier scrutateur ou première scrutatrice
field-second = Second scrutateur ou seconde scrutatrice
urn-wrong-nobody = Choisissez quelqu’un.
urn-wrong-same = Choisissez une autre personne que la première.
urn-wrong-scrutineer = Choisissez un membre qui peut ouvrir une session.
urn-wrong-candidate = Cette personne est sur le bulletin. Choisissez quelqu’un qui ne se présente pas.
urn-code-yours = Votre code
urn-code-help = Vous faites partie des deux personnes qui peuvent ouvrir l’urne. Votre code l’ouvre après la fermeture si le serveur a perdu sa clé. Vous le voyez une seule fois.
urn-code-again = Vous avez déjà pris un code. Un nouveau le rend nul.
urn-code-show = Montrer mon code
urn-code-title = Votre code de scrutateur ou de scrutatrice
urn-code-before = Ce code a déjà été montré. Si vous ne l’avez pas gardé, prenez-en un nouveau.
urn-code-write = Notez-le ou imprimez cette page, et gardez-le dans une enveloppe tant que le résultat peut être contesté.
urn-code-alone = Ne le montrez à personne, pas même à l’autre personne qui en a un.
urn-code-use = Il ne sert que si le bureau vous demande d’ouvrir l’urne. Connectez-vous et entrez-le ici :
urn-code-once = Vous voyez ce code maintenant seulement. Il n’est gardé nulle part.
urn-code-done = C’est fait
urn-locked = L’urne est fermée à clé
urn-locked-help = Le temps est écoulé, et le serveur n’a pas la clé de cette urne. Aucun bulletin n’est perdu : avec le code de l’une des deux personnes, l’urne est ouverte et comptée.
field-recovery-code = Le code d’une scrutatrice ou d’un scrutateur
hint-recovery-code = 32 signes en groupes de quatre, en majuscules ou non.
urn-wrong-code = Ce code n’ouvre pas l’urne. Vérifiez chaque signe.
urn-recover = Ouvrir l’urne
urn-missing-key = Son urne n’a pas été préparée par une deuxième personne.
urn-missing-codes = Ses deux scrutatrices ou scrutateurs n’ont pas tous leur code.
urn-missing-settings = La base de données noterait qui vote.
urn-conflict-unprepared = Ce vote secret ne peut pas encore s’ouvrir : voyez ce qu’il manque à son urne.
urn-conflict-state = Cela se fait entre l’annonce d’un vote secret et son ouverture, ou une fois son temps écoulé.
urn-conflict-one = Une autre personne que celle qui a annoncé le vote prépare son urne.
urn-conflict-no-key = Le serveur n’a pas la clé de cette urne. Une scrutatrice ou un scrutateur peut la rétablir avec son code.
urn-conflict-keep = Le serveur ne peut pas écrire la clé : son dossier de clés est plein ou inaccessible. Rien n’a changé. La personne qui s’occupe du serveur peut aider.
urn-conflict-weights = Un vote secret n’est possible que si personne n’a plus de 20 voix.
urn-conflict-size = Un vote secret peut compter 20 000 voix au plus.
urn-disputed-number = Le nombre de bulletins dans l’urne n’est pas celui des voix des personnes qui ont voté.
urn-disputed-damaged = Un bulletin de l’urne est abîmé, ou n’est pas de ce vote.
urn-disputed-invalid = Un bulletin de l’urne n’a pas pu être rempli sur ce papier.
urn-disputed-clash = Deux bulletins ont le même code.
urn-disputed-restored = La base de données a été remise à un état antérieur pendant que le vote était ouvert : il manque des bulletins.
attention-urns =
  { $count ->
    [one] Un vote secret attend son urne, ou ne peut pas être compté
   *[other] { $count } votes secrets attendent leur urne, ou ne peuvent pas être comptés
  }
attention-urns-act = Voir les votes

# ---- le résultat ----

urn-said-voted = Nos registres indiquent que vous avez voté.
urn-result-open = Les membres voient qui a voté quoi.
urn-result-list = Ce vote était secret. Chaque bulletin est publié sans nom, sous le code que la personne a vu en votant.
urn-result-ballots = Ce vote était secret. Les bulletins sont publiés sans noms ni codes, chaque question à part.
urn-result-figures = Ce vote était secret. Seuls les chiffres sont publiés.
urn-list-answer = Ce qu’il dit
urn-look = Vérifier mon bulletin
urn-list-title = La liste des bulletins
urn-list-lede =
  { $many ->
    [one] Un bulletin, dans l’ordre des codes.
   *[other] { $many } bulletins, dans l’ordre de leurs codes.
  }
urn-list-find = Cherchez votre code à l’œil, ou avec la recherche de votre navigateur. Personne d’autre ne sait quel bulletin est le vôtre, et aucune adresse n’y mène.
urn-list-wrong = Si votre code n’y est pas, ou si votre bulletin dit autre chose, dites-le-nous :
urn-list-digest = La liste se reconnaît à cette empreinte (SHA-256) :
urn-list-download = La liste en fichier

# ---- journal, avis, vie privée, travaux ----

event-urn-prepared = a préparé l’urne d’un vote secret
event-urn-awaited = a prévenu le bureau qu’une urne n’est pas prête
event-urn-late = a prévenu le bureau qu’un vote ne s’est pas ouvert, son urne n’étant pas prête
event-urn-code-taken = a pris un code pour ouvrir une urne
event-urn-key-recovered = a rétabli la clé d’une urne avec un code
event-urn-key-destroyed = a détruit la clé d’une urne
event-poll-disputed = a trouvé une urne qui ne peut pas être juste
fact-secrecy = Ouvert ou secret
fact-key = Clé
fact-disputed = Ce qui a été trouvé
everything-urns = Les urnes que vous pouvez ouvrir
field-taken-at = Code pris
work-urn-destroy-key = Destruction de la clé d’une urne
notice-poll-disputed = Un vote est contesté
notice-poll-disputed-help = Quand ce qui est trouvé dans l’urne d’un vote secret ne peut pas être juste.
notice-poll-disputed-subject = Contesté : { $name }
notice-poll-disputed-line = Ce qui a été trouvé dans l’urne de ce vote ne peut pas être juste, et rien n’a été compté. La suite est indiquée sur sa page.
notice-poll-recorded = Vous avez voté, selon nos registres
notice-poll-recorded-help = Après un vote secret auquel vous avez participé.
notice-poll-recorded-subject = Nos registres indiquent que vous avez voté : { $name }
notice-poll-recorded-line = Nos registres indiquent que vous avez voté. Si ce n’est pas le cas, appelez-nous tout de suite. Votre choix n’est pas enregistré avec votre nom.
notice-poll-not-recorded = Vous n’avez pas voté, selon nos registres
notice-poll-not-recorded-help = Après un vote secret auquel vous pouviez participer sans l’avoir fait.
notice-poll-not-recorded-subject = Nos registres indiquent que vous n’avez pas voté : { $name }
notice-poll-not-recorded-line = Nos registres indiquent que vous n’avez pas voté. Si vous l’avez fait, appelez-nous tout de suite.
notice-urn-scrutineer = Vous pouvez ouvrir une urne
notice-urn-scrutineer-help = Quand vous êtes l’une des deux personnes qui peuvent ouvrir l’urne d’un vote secret.
notice-urn-scrutineer-subject = Prenez votre code pour l’urne : { $name }
notice-urn-scrutineer-line = Vous faites partie des deux personnes qui peuvent ouvrir l’urne de ce vote. Il ne peut pas s’ouvrir avant que vous ayez pris votre code.
notice-urn-awaited = Une urne est à préparer
notice-urn-awaited-help = Pour les responsables des votes : quand un vote secret est annoncé, et deux jours avant son ouverture si son urne n’est pas prête.
notice-urn-awaited-subject = Préparez l’urne : { $name }
notice-urn-awaited-line = Ce vote secret doit s’ouvrir { $opens_at }. Avant cela, une autre personne que celle qui l’a annoncé prépare son urne, et deux scrutateurs ou scrutatrices prennent leurs codes. Sinon, il ne s’ouvre pas.
notice-urn-late = Un vote secret ne s’est pas ouvert
notice-urn-late-help = Pour les responsables des votes : quand l’heure d’un vote secret est venue et que son urne n’est pas prête.
notice-urn-late-subject = Pas ouvert : { $name }
notice-urn-late-line = Ce vote secret devait s’ouvrir { $opens_at }. Il ne s’est pas ouvert, car son urne n’est pas prête. Il s’ouvrira dès que ce sera fait. Vous pouvez aussi changer ses heures ou l’annuler.

# ---- voter sur papier ----

paper-title = Votes sur papier
paper-lede = Un membre qui reçoit un bulletin papier est rayé de la liste et ne peut plus voter en ligne. Papiers et bulletins en ligne sont comptés ensemble.
paper-before = Les bulletins papier se remettent une fois le vote ouvert.
paper-none = Personne n’a voté sur papier.
paper-few = Moins de cinq papiers ont été remis. Qui les compte peut deviner qui a voté quoi. Mieux vaut que plus de membres votent sur papier, ou que ces membres votent en ligne avec de l’aide.
paper-hand-out = Remettre un papier
paper-hand-out-help = Trouvez le membre sur la liste, puis donnez-lui le papier. Il reçoit aussitôt un message : personne n’est rayé sans le savoir.
paper-hand-out-act = Rayer et remettre
paper-out =
  { $many ->
    [0] Papiers remis : aucun
    [one] Papiers remis : 1
   *[other] Papiers remis : { $many }
  }
paper-nobody = Personne n’a encore de papier.
paper-many = { $many } papiers
paper-take-back = Rapporté sans avoir servi
paper-spoil = Un papier gâché a été remplacé
paper-spoil-help = Qui s’est trompé rapporte son papier, en reçoit un autre et reste rayé. Déchirez devant la personne celui qui est gâché.
paper-handed = C’est rayé : { $name }. Remettez le papier maintenant.
paper-taken-back = De nouveau sur la liste : ce membre peut voter.
paper-spoiled = C’est noté : un papier gâché a été remplacé.
paper-wrong-voted = Ce membre a déjà voté, sur papier ou en ligne.
paper-wrong-home = Quelqu’un de ce logement a déjà voté, et le logement a une seule voix.
paper-wrong-off-roll = Ce membre n’est pas sur la liste de ce vote.
paper-conflict-not-open = Les papiers ne se remettent et ne se reprennent que pendant que le vote est ouvert.
paper-conflict-none-out = Personne n’a de papier qui pourrait être gâché.
paper-conflict-not-counting = Il n’y a pas de papiers à compter dans ce vote pour l’instant.
paper-conflict-two-read = Deux autres personnes lisent ces papiers.
paper-conflict-differ = Les deux lectures ne sont pas encore les mêmes.
paper-conflict-one-signs = Une autre personne doit signer en second.
papers-title = Imprimer des bulletins papier
papers-help = Une feuille chacun, dans les deux langues. Le talon porte un numéro et reste chez vous; le papier ne porte ni numéro ni nom.
papers-copies = Combien
papers-first = Premier numéro
papers-show = Voir les papiers
papers-lede =
  { $many ->
    [one] Un papier. Imprimez cette page : ces mots-ci ne s’impriment pas.
   *[other] { $many } papiers, chacun sur sa feuille. Imprimez cette page : ces mots-ci ne s’impriment pas.
  }
papers-stub = N° { $number }
papers-stub-help = Talon. Détachez-le avant de remettre le papier.
paper-how-mark = Remplissez le cercle à côté de ce que vous choisissez.
paper-how-number = Écrivez un nombre dans la case à côté de chaque choix auquel vous en donnez un.
paper-how-blank = Ce que vous laissez en blanc compte comme une abstention; là où l’on demande un accord, comme « Je m’abstiens de bloquer ».
paper-how-name = N’écrivez rien d’autre sur ce papier : ni nom, ni remarque.
paper-how-spoiled = Si vous vous trompez, demandez un autre papier.
paper-how-fold = Pliez-le et mettez-le dans l’urne avant la fermeture du vote.
paper-count = Compter les papiers
paper-count-1 = Ouvrez l’urne devant témoins. Mélangez les papiers, puis écrivez 1, 2, 3 et ainsi de suite au dos.
paper-count-2 = Une personne saisit ce que dit chaque papier, numéro par numéro.
paper-count-3 = Une autre personne fait de même, sans regarder ce que la première a saisi.
paper-count-4 = Là où les deux diffèrent, regardez le papier ensemble. Puis les deux signent, et le vote est compté.
paper-first-read = Première lecture : { $many } saisis
paper-second-read = Deuxième lecture : { $many } saisis
reading-title = Saisir les papiers
field-paper-number = Numéro au dos
field-unreadable = Ce papier ne peut pas être lu
hint-unreadable = Ou il ne dit pas ce qu’il devrait : plus de choix que permis, ou un nom. Il est compté comme non valable.
paper-enter = Garder ce papier
paper-entered = Le papier { $name } est saisi.
paper-remove = Retirer le papier { $number }
paper-removed = Le dernier papier est retiré de votre lecture.
paper-differ = Là où les lectures diffèrent
paper-differ-help = Regardez le papier ensemble. Qui l’a mal lu corrige sa lecture.
paper-numbered = Papier { $number }
paper-first-says = Première lecture : { $what }
paper-second-says = Deuxième lecture : { $what }
paper-not-read = pas saisi
paper-unreadable = ne peut pas être lu
paper-correct = Le saisir de nouveau
paper-sign = Signer pour les papiers
paper-sign-help = Comptez les papiers encore une fois à la main. En signant, vous dites qu’il y en avait autant dans l’urne et que les lectures sont ce qu’ils disent. Le vote est compté quand deux personnes ont signé.
paper-signed-first = Une personne a signé { $when }. Une deuxième doit signer.
paper-sign-act = Signer
paper-signed = Vous avez signé.
field-paper-voter = À qui remettez-vous un papier?
field-paper-found = Combien de papiers y avait-il dans l’urne?
paper-wrong-number = Saisissez les papiers dans l’ordre : le prochain est le numéro { $limit }.
paper-wrong-found = Nombre de papiers saisis : { $limit }. Recomptez, ou saisissez ce qui manque.
paper-wrong-more = Nombre de papiers remis : { $limit }, et il y en a plus dans l’urne. Rien ne peut être compté ainsi : cherchez pourquoi, ou déclarez le vote nul.
paper-account = Ce que sont devenus les papiers
paper-of-handed =
  { $many ->
    [one] 1 papier a été remis.
   *[other] { $many } papiers ont été remis.
  }
paper-of-spoiled =
  { $many ->
    [one] 1 de plus a été gâché, détruit et remplacé.
   *[other] { $many } de plus ont été gâchés, détruits et remplacés.
  }
paper-of-counted =
  { $many ->
    [one] 1 était dans l’urne et est compté.
   *[other] { $many } étaient dans l’urne et sont comptés.
  }
paper-of-rejected =
  { $many ->
    [one] 1 était dans l’urne et n’a pas pu être lu : il n’est pas valable.
   *[other] { $many } étaient dans l’urne et n’ont pas pu être lus : ils ne sont pas valables.
  }
paper-of-missing =
  { $many ->
    [0] Aucun ne manque.
    [one] 1 n’a pas été rendu.
   *[other] { $many } n’ont pas été rendus.
  }
paper-counting = Le vote est terminé. Les papiers sont en train d’être comptés : le résultat vient quand deux personnes ont signé pour eux.
paper-yours = Vous avez reçu un bulletin papier : vous ne pouvez donc pas voter ici. Si ce n’est pas le cas, appelez-nous tout de suite.
paper-said = Nos registres indiquent que vous avez reçu un bulletin papier.
attention-papers =
  { $count ->
    [one] Les papiers d’un vote sont à compter
   *[other] Les papiers de { $count } votes sont à compter
  }
attention-papers-act = Voir les votes
event-paper-handed = a remis un bulletin papier
event-paper-taken-back = a repris un bulletin papier qui n’avait pas servi
event-paper-spoiled = a remplacé un bulletin papier gâché
event-paper-read = a saisi un bulletin papier
event-paper-reading-removed = a retiré un bulletin papier saisi
event-paper-signed = a signé pour les papiers d’un vote
event-poll-ended = a mis fin au vote, pour compter les papiers
fact-paper = Papier
fact-handed = Remis
fact-spoiled = Gâchés et remplacés
fact-found = Dans l’urne
fact-rejected = Non valables
fact-not-returned = Non rendus
everything-papers = Les bulletins papier que vous avez reçus
field-papers = Papiers
field-handed-at = Remis
notice-paper-handed = Vous avez reçu un bulletin papier
notice-paper-handed-help = Quand vous êtes rayé de la liste d’un vote secret parce que vous avez reçu un papier.
notice-paper-handed-subject = Vous avez reçu un bulletin papier : { $name }
notice-paper-handed-line = Vous avez reçu un bulletin papier : vous ne pouvez donc pas voter en ligne. Si ce n’est pas le cas, appelez-nous tout de suite.
notice-paper-taken-back = Votre bulletin papier a été repris
notice-paper-taken-back-help = Quand vous rapportez votre papier sans l’avoir utilisé.
notice-paper-taken-back-subject = Vous pouvez voter de nouveau : { $name }
notice-paper-taken-back-line = Votre bulletin papier a été repris sans avoir servi. Vous pouvez voter en ligne, ou demander un autre papier.
notice-papers-to-count = Il y a des papiers à compter
notice-papers-to-count-help = Quand vous pouvez ouvrir l’urne d’un vote qui vient de finir et où des papiers ont été remis.
notice-papers-to-count-subject = Papiers à compter : { $name }
notice-papers-to-count-line = Plus personne ne peut voter. Deux personnes lisent maintenant les papiers de l’urne et signent pour eux; ensuite le vote est compté.
notice-paper-recorded = Selon les registres, vous avez eu un bulletin papier
notice-paper-recorded-help = Après un vote secret où vous avez reçu un papier.
notice-paper-recorded-subject = Nos registres indiquent que vous avez reçu un bulletin papier : { $name }
notice-paper-recorded-line = Nos registres indiquent que vous avez reçu un bulletin papier. Si ce n’est pas le cas, appelez-nous tout de suite. Ce que vous avez voté n’est pas noté avec votre nom.

# ---- voter avec de l’aide ----

booth-help-title = Aider quelqu’un à voter
booth-help = Pour un membre qui n’a pas d’appareil ou ne peut pas se connecter, et que vous connaissez ou qui montre qui il est. Vous recevez un code; avec ce code, il vote seul sur n’importe quel appareil, et vous ne voyez pas son choix.
booth-help-act = Créer un code
booth-code-title = Un code pour voter
booth-code-1 = Sur n’importe quel appareil, ouvrez
booth-code-2 = Le membre tape le code et vote. Éloignez-vous : personne ne regarde.
booth-code-3 = Le code est bon pendant une heure et pour un seul bulletin.
booth-code-once = Vous voyez ce code seulement maintenant. Ne le donnez qu’à ce membre, qui reçoit un message disant qu’il a été créé.
booth-code-before = Ce code a déjà été montré. S’il est perdu, créez-en un autre.
booth-code-here = Voter sur cet appareil
booth-title = Voter avec un code
booth-lede = Le bureau vous a donné un code pour ce vote.
booth-enter = Continuer
booth-alone = Vous votez seul et en secret. Personne n’a besoin de regarder. Une fois déposé, votre bulletin ne peut plus être changé.
booth-done = Vous pouvez rendre l’appareil.
booth-next = Un autre code
booth-not = Vous ne pouvez pas voter ici
booth-wrong-code = Ce code n’est pas bon, ou ne l’est plus. Regardez encore chaque signe, ou demandez-en un autre.
booth-conflict-not-open = Les codes ne se créent que pendant que le vote est ouvert.
field-booth-voter = Qui aidez-vous?
field-booth-code = Votre code
hint-booth-code = 12 lettres et chiffres, par exemple 7K3M-Q2ZD-9FTA
field-made-at = Créé
event-booth-opened = a aidé quelqu’un à voter, avec un code
everything-booths = Les votes où vous avez reçu un code pour voter
paper-helped =
  { $many ->
    [one] 1 membre a reçu du bureau un code pour voter avec de l’aide.
   *[other] { $many } membres ont reçu du bureau un code pour voter avec de l’aide.
  }
notice-booth-opened = Un code pour voter a été créé pour vous
notice-booth-opened-help = Quand le bureau crée un code avec lequel vous votez sur un autre appareil.
notice-booth-opened-subject = Un code pour voter a été créé pour vous : { $name }
notice-booth-opened-line = Le bureau a créé un code avec lequel vous pouvez voter sur n’importe quel appareil. Si vous n’avez pas demandé d’aide, appelez-nous tout de suite.

# ---- aide ----

urn-help-title = Comment fonctionne un vote secret
urn-help-lede = Votre bulletin est gardé à part de votre nom, sous clé, jusqu’à la fermeture du vote. Tous les bulletins sont alors ouverts d’un seul coup.
urn-help-voter = Quand vous votez
urn-help-voter-1 = Vous remplissez votre bulletin et vous le regardez encore une fois. À côté se trouve un code tiré pour vous. Vous pouvez y ajouter un mot de votre choix.
urn-help-voter-2 = Une fois déposé, votre bulletin est mis sous clé dans l’urne. Il ne porte ni nom ni heure. Il ne peut être ni changé ni repris, parce que plus rien ne mène de vous à lui.
urn-help-voter-3 = Personne ne voit de chiffres avant la fermeture, pas même le bureau. Vos voisins voient tout au plus si le quorum est atteint.
urn-help-paper = Sur papier, ou avec de l’aide
urn-help-paper-1 = Vous pouvez demander un bulletin papier au bureau. Vous êtes alors rayé de la liste et ne pouvez plus voter en ligne; vous recevez un message qui le dit.
urn-help-paper-2 = Après la fermeture, les papiers sont mélangés, deux personnes les lisent chacune de son côté, et deux signent pour leur nombre. Alors seulement on compte, papiers et bulletins en ligne ensemble. Dans la liste publiée, un papier porte un code comme tout autre bulletin : personne ne voit lesquels étaient sur papier. Vous ne pouvez pas y trouver le vôtre.
urn-help-paper-3 = Si vous n’avez pas d’appareil, le bureau vous donne un code. Avec lui vous votez seul, sur n’importe quel appareil. Le bureau ne voit pas votre choix.
urn-help-close = Après la fermeture
urn-help-close-1 = L’urne n’est ouverte que si elle contient exactement autant de bulletins que les personnes qui ont voté ont de voix, et si chacun peut être lu. Sinon, le vote est contesté : rien n’est compté, et tout le monde est avisé.
urn-help-close-2 = Si la coop l’a choisi, chaque bulletin est publié avec son code. Cherchez le vôtre. Tout le monde peut recompter.
urn-help-close-3 = Vous recevez un message qui dit si, selon nos registres, vous avez voté.
urn-help-wrong = Si quelque chose ne va pas
urn-help-wrong-1 = Votre code n’est pas dans la liste, votre bulletin dit autre chose, ou le message est faux : appuyez sur « Quelque chose ne va pas », à la page du résultat, ou appelez le bureau, avant le jour que la page indique.
urn-help-wrong-2 = Les personnes qui gèrent les votes et les scrutatrices ou scrutateurs regardent les registres et répondent avec une raison. Si le vote a mal tourné, il est déclaré nul, tout le monde apprend pourquoi, et il peut être repris. Tout le monde voit où cela en est.
urn-help-two = Pourquoi il faut plusieurs personnes
urn-help-two-1 = Une personne annonce le vote, une autre prépare son urne. Personne ne peut faire les deux.
urn-help-two-2 = Deux scrutatrices ou scrutateurs ont chacun un code sur papier. Il ouvre l’urne si le serveur a perdu sa clé, et ne sert à rien d’autre avant la fermeture.
urn-help-two-3 = Quand le résultat ne peut plus être contesté et que chaque contestation a sa réponse, la clé est détruite. Dès lors, personne ne peut lire ce que de vieilles copies de sauvegarde contiennent encore de l’urne.
urn-help-trust = À qui vous faites confiance
urn-help-trust-1 = Les autres membres, le bureau, les vérificateurs et quiconque lit une copie de la base de données ou ses journaux ne peuvent pas voir comment vous avez voté.
urn-help-trust-2 = Vous faites confiance à la personne qui s’occupe du serveur. Qui contrôle cette machine pendant que vous votez pourrait voir votre choix. Qui a à la fois la clé (ou le code d’une scrutatrice ou d’un scrutateur) et les journaux internes de la base de données de ces jours-là pourrait vous relier à votre bulletin, jusqu’à la destruction de la clé.
urn-help-trust-3 = Aucun programme ne vous protège de quelqu’un qui regarde par-dessus votre épaule, de quelqu’un à qui vous montrez votre code, ni d’un résultat si petit ou si net qu’il parle de lui-même : si tout le monde a voté pareil, chacun sait comment vous avez voté.
urn-help-trust-4 = Si votre coop doit se protéger de la personne qui s’occupe de son propre serveur, votez sur papier.

# ---- contesting a result ----

appeal-sent = Votre contestation est reçue. La réponse vous sera annoncée.
appeal-number = Contestation { $number }
appeal-of = Contestation { $number }, par { $name }
appeal-answer = Réponse :
appeal-answer-act = Répondre à cette contestation
appeal-examine = Nous l’examinons
appeal-examined = L’examen est noté. La personne est avisée.
appeal-answered = La réponse est donnée. La personne est avisée.
appeal-dismiss = Rejeter : le résultat tient
appeal-status-received = Reçue
appeal-status-examined = À l’examen
appeal-status-upheld = Fondée
appeal-status-dismissed = Rejetée
appeal-conflict-open = Vous contestez déjà ce résultat. Attendez la réponse.
appeal-conflict-answered = Cette contestation a déjà sa réponse.
appeal-conflict-own = Vous ne pouvez pas répondre à votre propre contestation. Demandez à quelqu’un d’autre qui gère les votes.
field-appeal-answer = Réponse et raison
appeals-title = Si quelque chose ne va pas
appeals-all = Ce qui est contesté
appeals-none = Personne ne conteste ce résultat.
appeal-wrong = Quelque chose ne va pas
appeal-act = Dire ce qui ne va pas
appeal-send = Envoyer
appeal-received = Reçue { $when }
appeal-until = Le résultat peut être contesté jusqu’à la fin du { $day }.
appeal-over = Le résultat pouvait être contesté jusqu’à la fin du { $day }. Ce temps est passé.
appeal-course = Ce que vous pouvez faire
appeal-when-secret = Peut-être que votre code n’est pas dans la liste, ou que le bulletin sous votre code n’est pas le vôtre. Peut-être que nos registres disent que vous avez voté alors que vous ne l’avez pas fait, ou l’inverse.
appeal-when = Ou autre chose est allé de travers et a pu changer le résultat.
appeal-whom = Dites-le avec le formulaire de cette page. Il va aux personnes qui gèrent les votes.
appeal-whom-both = Dites-le avec le formulaire de cette page. Il va aux personnes qui gèrent les votes et aux deux scrutatrices ou scrutateurs, { $names }.
appeal-examined-what = Elles regardent ce que vous écrivez, les bulletins et le journal du vote. Elles vous appelleront peut-être.
appeal-examined-what-secret = Ensemble, elles regardent la liste électorale, qui est inscrit comme ayant voté, le nombre de bulletins, la liste et le journal du vote. Elles vous appelleront peut-être. La clé de l’urne est gardée jusqu’à leur réponse.
appeal-follows = Elles répondent avec une raison. Si vous avez raison, le vote est nul : toutes les personnes inscrites apprennent pourquoi, et il peut être repris. Sinon, le résultat tient. Après une élection, aucun siège n’est pourvu avant que chaque contestation ait sa réponse.
appeal-seen = Tout le monde voit ici, et sur la page du résultat, que quelque chose est contesté : son numéro, ce qui ne va pas, où cela en est et le jour. Seules les personnes qui gèrent les votes et les scrutatrices ou scrutateurs lisent votre nom et vos mots.
appeal-stranger = Toute personne inscrite sur la liste de ce vote peut contester son résultat.
appeal-kind-missing = Mon code n’est pas dans la liste
appeal-kind-different = Mon code est dans la liste, mais ce n’est pas mon bulletin
appeal-kind-not-voted = Je n’ai pas voté, et les registres disent que oui
appeal-kind-voted = J’ai voté, et les registres disent que non
appeal-kind-other = Autre chose
appeal-uphold = Donner raison : le vote est nul
appeal-conflict-over = Le résultat ne peut pas être contesté maintenant.
field-appeal-kind = Qu’est-ce qui ne va pas?
field-appeal-says = Que s’est-il passé?
hint-appeal-says = N’écrivez pas ce que vous avez voté, ni votre code : avec votre nom à côté, qui lit ceci saurait comment vous avez voté. S’il faut regarder votre bulletin, vous déciderez plus tard si vous le montrez, et à qui.
hint-appeal-answer = Toute personne qui voit le vote la lit.
field-appeal-repeats = Si le vote est nul, le préparer de nouveau tout de suite
hint-appeal-repeats = Comme brouillon, avec le même texte et les mêmes questions. Il s’ouvre dès que vous l’annoncez.
fact-trouble = Ce qui ne va pas
everything-appeals = Résultats que vous avez contestés
event-poll-contested = a contesté le résultat d’un vote
event-appeal-examined = a commencé à examiner un résultat contesté
event-appeal-answered = a répondu à un résultat contesté
attention-votes-contested =
    { $count ->
        [one] Le résultat d’un vote est contesté
       *[other] { $count } contestations de résultats attendent une réponse
    }
attention-votes-contested-act = Voir les votes
notice-poll-contested = Un résultat est contesté
notice-poll-contested-help = Pour les personnes qui gèrent les votes, et pour les scrutatrices ou scrutateurs : quand quelqu’un conteste un résultat.
notice-poll-contested-subject = Contesté : { $name }
notice-poll-contested-line = Quelqu’un conteste le résultat de ce vote. Une réponse des personnes qui gèrent les votes est attendue.
notice-poll-appeal = Le résultat que vous contestez
notice-poll-appeal-help = Quand un résultat que vous contestez est examiné ou reçoit sa réponse.
notice-poll-appeal-subject = Vous contestez : { $name }
notice-poll-appeal-line = { $happened ->
        [answered] Vous avez une réponse. La page dit ce qui est décidé, et pourquoi.
       *[other] Ce que vous avez écrit est examiné.
    }

# Votes en assemblée
poll-at-meeting = Ce vote a lieu pendant une assemblée : les membres qui y sont votent.
poll-at-meeting-link = Voir les votes de l’assemblée
poll-at-meeting-coming = S’ouvre pendant l’assemblée, sur l’ordre de la présidence
poll-at-meeting-now = Ouvert maintenant, jusqu’à ce que la présidence de l’assemblée le termine
poll-rule-at-meeting = Le quorum est celui de l’assemblée. S’il est perdu avant la fin du vote, le vote est nul.
poll-sum-quorum-meeting = Quorum : celui de l’assemblée
poll-void-quorum = Le quorum a été perdu avant la fin du vote : présences { $there }, quorum { $needed }.
poll-cannot-not-there = Vous n’étiez pas à l’assemblée à l’ouverture de ce vote; votre nom n’est donc pas sur sa liste électorale.
roll-out-not_there = Membres qui n’étaient pas à l’assemblée à l’ouverture du vote
poll-conflict-at-meeting = Ce vote a lieu pendant une assemblée. La présidence l’y ouvre et l’y termine.
poll-conflict-nobody-there = Aucune des personnes présentes n’a droit de vote.
fact-meeting-id = Assemblée
field-poll-id = Un vote déjà annoncé
hint-poll-id = Il s’ouvrira pendant cette assemblée, et seuls les membres présents voteront. Son propre horaire ne compte plus.
