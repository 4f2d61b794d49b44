setup-title = Mettre en place votre coop
setup-lede = Entrez quelques noms, et vous pourrez importer vos membres. Tout se modifie plus tard.
setup-coop = Votre coop
setup-admin = Vous, à l’administration
setup-act = Mettre en place la coop
setup-token-wrong = Ce n’est pas le bon code d’installation. Cherchez-le là où le serveur a été démarré.
setup-done = Votre coop est en place. Connectez-vous pour continuer.
preset-QC = Québec
preset-QC-help = Loi sur les coopératives : les personnes qui votent suffisent au quorum, sauf si vos règlements disent autrement.
preset-ON = Ontario
preset-ON-help = Loi sur les sociétés coopératives : avis de 10 à 50 jours; un quorum de 30 % est courant.
preset-BC = Colombie-Britannique
preset-BC-help = Cooperative Association Act : avis de 14 jours pour une assemblée annuelle.
preset-CA = Fédéral
preset-CA-help = Loi canadienne sur les coopératives : avis de 21 à 60 jours, quorum de la moitié.
settings-title = Réglages
settings-lede = Ce que tout le monde voit de la coop, et les règles de ses votes.
settings-coop = La coop
settings-contact = Qui appeler
settings-contact-help = Paraît au bas de chaque page, pour les personnes qui préfèrent parler.
settings-saved = Les réglages sont enregistrés.
rules-title = Règles
rules-lede = Ce que la loi et les règlements décident. Un vote garde les règles en vigueur à son ouverture.
rules-not-advice = Les valeurs de départ ne sont pas des avis juridiques. Vérifiez chaque chiffre dans vos règlements.
rules-saved = Les règles sont enregistrées.
zone-America-Vancouver = Pacifique
zone-America-Edmonton = Rocheuses
zone-America-Regina = Saskatchewan
zone-America-Winnipeg = Centre
zone-America-Toronto = Est
zone-America-Halifax = Atlantique
zone-America-St-Johns = Terre-Neuve
event-coop-person-in-charge-named = a nommé la personne responsable des renseignements personnels
conflict-erase-contact = Cette personne est le contact de la coop. Changez d’abord le contact dans les réglages.
rules-topics = Sujets
rules-law = La loi que vous suivez
rules-votes = Votes
rules-standing = Qui peut voter et se présenter au conseil
rules-meetings = Assemblées générales
rules-board = Le conseil d’administration
rules-homes = Liste d’attente et changements de logement
rules-participation = Tâches et participation
rules-privacy = Renseignements personnels
rules-change = Modifier
rule-set = Réglé par { $name } le { $day }.
rule-preset = Province ou fédéral
rule-preset-why = La loi d’où viennent les chiffres habituels de cette page.
rule-quorum-percent = Quorum
rule-quorum-percent-is =
    { $value ->
        [0] N’importe quel nombre de votes suffit
       *[other] { $value } % de la liste électorale doit voter
    }
rule-quorum-percent-why = En dessous, rien n’est décidé. Un vote ouvert garde le quorum qu’il avait à l’ouverture.
rule-quorum-percent-from = Québec : les membres présents, sauf si les règlements disent autre chose (Loi sur les coopératives, art. 64). Fédéral : la majorité des membres, sauf si les règlements disent autre chose (Loi canadienne sur les coopératives, art. 62).
rule-majority-ordinary-num = Proposition ordinaire
rule-majority-ordinary-num-is = Adoptée avec plus de { $value }/{ $other } des votes
rule-majority-ordinary-num-why = Combien de votes il faut pour une proposition ordinaire.
rule-majority-special-num = Proposition spéciale
rule-majority-special-num-is = Adoptée avec au moins { $value }/{ $other } des votes
rule-majority-special-num-why = Ce qu’il faut pour une proposition marquée spéciale, par exemple une modification des règlements.
rule-majority-special-num-from = Les deux tiers sont habituels dans toutes les provinces.
rule-abstentions-count = Les abstentions comptent dans la majorité
rule-abstentions-count-why = Si elles comptent, chaque abstention rend l’adoption plus difficile. Elles comptent toujours dans le quorum.
rule-vote-of = À qui sont les voix
rule-vote-of-why = Les lois donnent une voix à chaque membre. Choisissez autre chose seulement si la loi et vos règlements le permettent. Le nombre de voix d’un logement est noté avec le logement, une en règle générale. Cela vaut pour les votes qui ouvrent à partir de maintenant.
vote-of-member = Chaque membre a une voix
vote-of-home_first = Chaque logement vote : la première personne qui vote le fait pour tous
vote-of-home_jointly = Chaque logement vote : sa voix compte dès que tous y ont donné les mêmes réponses
vote-of-shares = Chaque membre a autant de voix que de parts
rule-proxies-max = Procurations qu’une personne peut détenir dans un vote
rule-proxies-max-is =
    { $value ->
        [0] Aucune : il n’y a pas de procurations
       *[other] { $value }
    }
rule-proxies-max-why = Les lois de la plupart des provinces ne connaissent pas de procurations dans les coops d’habitation. Permettez-les seulement si la loi et vos règlements le font. Elles n’existent pas là où les logements votent.
rule-auxiliary-may-vote = Les membres auxiliaires peuvent voter
rule-auxiliary-may-vote-why = Qui figure sur la liste électorale à l’ouverture d’un vote.
rule-auxiliary-may-vote-from = Québec : non (Loi sur les coopératives, art. 52).
rule-suspended-may-vote = Les membres suspendus peuvent voter
rule-suspended-may-vote-why = Qui figure sur la liste électorale à l’ouverture d’un vote.
rule-arrears-bars-vote = Les membres qui doivent de l’argent perdent leur vote
rule-arrears-bars-vote-why = Qui figure sur la liste électorale à l’ouverture d’un vote. La trésorerie note qui doit de l’argent.
rule-arrears-bars-office = Les membres qui doivent de l’argent ne peuvent pas se présenter au conseil
rule-arrears-bars-office-why = À qui un mandat au conseil peut être donné.
rule-auxiliary-months-max = Durée la plus longue comme membre auxiliaire
rule-auxiliary-months-max-is =
    { $value ->
       *[other] { $value } mois
    }
rule-auxiliary-months-max-why = Passé ce temps, une décision est demandée à la coordination.
rule-auxiliary-months-max-from = Québec : au plus 6 mois (Loi sur les coopératives, art. 52).
rule-notice-days-min = Avis de convocation d’une assemblée générale
rule-notice-days-min-is = De { $value } à { $other } jours avant
rule-notice-days-min-why = Combien de temps d’avance les membres sont convoqués.
rule-notice-days-min-from = Ontario : de 10 à 50 jours (Loi sur les sociétés coopératives, art. 75). Colombie-Britannique : 14 jours pour une assemblée annuelle (Cooperative Association Act, art. 146). Fédéral : de 21 à 60 jours.
rule-notice-days-other = Avis des autres assemblées générales
rule-notice-days-other-is =
    { $value ->
        [one] Au moins un jour avant
       *[other] Au moins { $value } jours avant
    }
rule-notice-days-other-why = Pour une assemblée qui n’est pas l’annuelle et n’adopte pas de résolution spéciale.
rule-notice-days-other-from = Colombie-Britannique : 7 jours (Cooperative Association Act, art. 146).
rule-year-ends-month = Fin de l’exercice financier
rule-year-ends-month-is =
    { $value ->
        [1] Se termine avec janvier
        [2] Se termine avec février
        [3] Se termine avec mars
        [4] Se termine avec avril
        [5] Se termine avec mai
        [6] Se termine avec juin
        [7] Se termine avec juillet
        [8] Se termine avec août
        [9] Se termine avec septembre
        [10] Se termine avec octobre
        [11] Se termine avec novembre
       *[other] Se termine avec décembre
    }
rule-year-ends-month-why = Le dernier jour pour l’assemblée annuelle se compte à partir de là.
rule-agm-months = Assemblée annuelle après la fin de l’exercice
rule-agm-months-is =
    { $value ->
        [0] Aucune règle
        [one] Au plus un mois après
       *[other] Au plus { $value } mois après
    }
rule-agm-months-why = Le dernier jour pour l’assemblée annuelle figure sur la page des réunions.
rule-agm-months-from = Québec et Ontario : six mois. Colombie-Britannique : quatre (art. 143). Fédéral : six (art. 50).
rule-agm-months-apart = D’une assemblée annuelle à l’autre
rule-agm-months-apart-is =
    { $value ->
        [0] Aucune règle
        [one] Au plus un mois
       *[other] Au plus { $value } mois
    }
rule-agm-months-apart-why = Le premier des deux jours est le dernier possible.
rule-agm-months-apart-from = Ontario et fédéral : quinze mois.
rule-requisition-percent = Membres qui peuvent demander une assemblée
rule-requisition-percent-is =
    { $value ->
        [0] Aucun chiffre inscrit
       *[other] { $value } % des membres; elle a lieu dans les { $other } jours
    }
rule-requisition-percent-why = Quand autant de membres ont signé la demande, le conseil doit convoquer une assemblée extraordinaire.
rule-requisition-percent-from = Québec : le quart, dans les 21 jours (art. 77). Les autres lois connaissent ce droit; inscrivez le chiffre de votre loi ou de vos règlements.
rule-item-days = Points demandés par des membres
rule-item-days-is =
    { $value ->
        [one] Au moins un jour avant la réunion
       *[other] Au moins { $value } jours avant la réunion
    }
rule-item-days-why = Jusque-là, un membre peut demander un point à l’ordre du jour.
rule-quorum-continues-percent = Quorum pendant la réunion
rule-quorum-continues-percent-is =
    { $value ->
        [0] Le quorum à l’ouverture suffit
       *[other] { $value } % doivent encore être là
    }
rule-quorum-continues-percent-why = En dessous, rien ne se décide plus avant que des gens reviennent.
rule-quorum-continues-percent-from = Fédéral : le quorum à l’ouverture suffit (art. 62). Colombie-Britannique : les règles donnent souvent un chiffre plus bas pour continuer.
rule-quorum-homes-min = Logements qui doivent aussi être représentés
rule-quorum-homes-min-is =
    { $value ->
        [0] Aucun
        [one] Au moins un
       *[other] Au moins { $value }
    }
rule-quorum-homes-min-why = Certains règlements demandent une part des membres et un nombre de logements.
rule-chair-casts = Voix prépondérante de la présidence
rule-chair-casts-why = Si la personne qui préside tranche en cas d’égalité.
rule-chair-casts-from = Ontario : oui, sauf règlement contraire (art. 75).
rule-meets-online = Participer à distance
rule-meets-online-why = Si les personnes qui participent en ligne ou par téléphone sont présentes et comptent pour le quorum.
rule-meetings-credited = Heures de réunion
rule-meetings-credited-why = Si le temps passé à une réunion compte comme des heures, comme dans les coops dont les règlements demandent d’y être. Il se compte de l’ouverture à la levée.
rule-meetings-credited-from = Aucune loi ne le dit; les règlements d’occupation demandent souvent d’assister aux réunions.
rule-meets-online-from = Québec : depuis 2021. Ontario : depuis 2023, si les règlements le disent. Colombie-Britannique : oui; l’avis dit comment. Fédéral : sauf si les règlements l’interdisent.
rule-board-size-min = Taille du conseil
rule-board-size-min-is = De { $value } à { $other } personnes
rule-board-size-min-why = Le nombre de sièges doit se situer entre les deux.
rule-board-size-min-from = Québec : de 3 à 15 (Loi sur les coopératives, art. 80).
rule-board-seats = Sièges
rule-board-seats-is =
    { $value ->
        [one] { $value } siège
       *[other] { $value } sièges
    }
rule-board-seats-why = Combien de personnes siègent au conseil, et combien de sièges sont affichés comme vacants.
rule-board-term-months = Durée d’un mandat
rule-board-term-months-is =
    { $value ->
       *[other] { $value } mois
    }
rule-board-term-months-why = Le jour où un nouveau mandat prend fin.
rule-transfers = Membres qui demandent un autre logement
rule-transfers-why = Leur place sur la liste d’attente à côté des personnes de l’extérieur.
rule-transfer-months-min = Temps dans un logement avant d’en demander un autre
rule-transfer-months-min-is =
    { $value ->
        [0] Aucun
       *[other] { $value } mois
    }
rule-transfer-months-min-why = Les demandes faites plus tôt sont sur la liste, mais aucun logement ne leur est offert.
rule-application-months = Garder les noms d’une demande qui n’a mené à aucun logement
rule-application-months-is =
    { $value ->
       *[other] Pendant { $value } mois
    }
rule-application-months-why = Ensuite, les paramètres signalent la demande pour que vous en effaciez les noms.
rule-year-starts-month = L’année de participation
rule-year-starts-month-is =
    { $value ->
        [1] Commence en janvier
        [2] Commence en février
        [3] Commence en mars
        [4] Commence en avril
        [5] Commence en mai
        [6] Commence en juin
        [7] Commence en juillet
        [8] Commence en août
        [9] Commence en septembre
        [10] Commence en octobre
        [11] Commence en novembre
       *[12] Commence en décembre
    }
rule-year-starts-month-why = L’année que comptent les bilans.
rule-reminder-days-before = Rappel d’une tâche
rule-reminder-days-before-is =
    { $value ->
        [0] Le jour de l’échéance
        [one] { $value } jour avant l’échéance
       *[other] { $value } jours avant l’échéance
    }
rule-reminder-days-before-why = Quand les personnes reçoivent un rappel de leur tâche.
rule-retention-months = Garder les renseignements sur un ancien membre
rule-retention-months-is =
    { $value ->
       *[other] Pendant { $value } mois
    }
rule-retention-months-why = Ensuite, les paramètres signalent la personne pour que vous puissiez l’effacer.
rule-group-size-min-for-stats = Plus petit groupe dans un chiffre public
rule-group-size-min-for-stats-is =
    { $value ->
        [one] { $value } personne
       *[other] { $value } personnes
    }
rule-group-size-min-for-stats-why = Les chiffres sur moins de personnes ne sont pas montrés, pour que personne ne puisse y être reconnu.
rule-credit-alone-hours = Heures qu’une seule personne peut fixer pour une tâche
rule-credit-alone-hours-is =
    { $value ->
        [one] Jusqu’à { $value } heure
       *[other] Jusqu’à { $value } heures
    }
rule-credit-alone-hours-why = Au-delà, et pour les heures que l’on fixe pour sa propre tâche, il faut l’accord d’une autre personne.

rule-quorum-of = De quoi se prend le quorum
rule-quorum-of-why = Ce n’est pas forcément ce que sont les voix. Un logement participe quand quelqu’un y vote, et toutes les personnes d’un logement participent quand sa voix compte. Cela vaut pour les votes qui ouvrent à partir de maintenant.
quorum-of-votes = Des voix de la liste
quorum-of-members = Des personnes de la liste
quorum-of-homes = Des logements où elles habitent
rule-second-calls = Un vote ou une assemblée sans quorum peut être convoqué une seconde fois
rule-second-calls-why = Une fois, avec le même texte, les mêmes questions et le même ordre du jour. La page dit que c’est une seconde convocation. Permettez-le seulement si vos règlements le font.
rule-quorum-second-percent = Quorum d’une seconde convocation
rule-quorum-second-percent-is =
    { $value ->
        [0] Aucun : n’importe quel nombre de votes suffit
       *[other] { $value } %
    }
rule-quorum-second-percent-why = Il se prend comme le premier quorum et n’est pas plus élevé. Il ne compte que là où une seconde convocation est permise.
settings-reminders = En dehors de ces heures, aucun rappel ne part par courriel. Il part le matin, s’il est encore valable.
