board-title = Conseil d’administration
board-title-on = Conseil d’administration le { $day }
board-menu-help = Qui siège au conseil, à quel poste, jusqu’à quand
board-seen = Toute la coop, et les personnes qui observent, voient qui siège et a siégé au conseil. La coop tient cette liste pour ses membres.
board-summary =
    { $seats ->
        [one] Un siège :
       *[other] { $seats } sièges :
    } { $sit ->
        [one] { $sit } pourvu,
       *[other] { $sit } pourvus,
    } { $vacant ->
        [0] aucun vacant.
        [one] un vacant.
       *[other] { $vacant } vacants.
    }
board-caption = Le { $day }
board-nobody = Personne n’est encore inscrit au conseil.
board-nobody-then = Personne n’est inscrit au conseil ce jour-là.
board-vacant = Siège vacant
board-change = Modifier
board-look-at = N’est plus membre de plein droit : { $status }.
board-column-name = Nom
board-column-office = Poste
board-column-since = Depuis
board-column-until = Jusqu’au
board-column-came = Comment
board-column-ended = Fin anticipée
board-came-elected = par élection
board-came-appointed = par nomination, pour combler une vacance
board-ended-not = Pas de fin anticipée
board-ended-resigned = démission
board-ended-removed = destitution
board-ended-left = départ de la coop
board-office-presidency = Présidence
board-office-vice-presidency = Vice-présidence
board-office-secretary = Secrétariat
board-office-treasurer = Trésorerie
board-office-none = Membre du conseil
board-office-vacant = Vacant
board-office-nobody = Personne
board-choose-office = Choisissez un poste
board-meeting = La prochaine assemblée annuelle
board-meeting-ends =
    { $count ->
        [0] Aucun siège ne prend fin
        [one] Un siège prend fin
       *[other] { $count } sièges prennent fin
    } à l’assemblée annuelle du { $day }{ $vacant ->
        [0] .
        [one] , et un autre est vacant.
       *[other] , et { $vacant } autres sont vacants.
    }
board-meeting-known = C’est le premier jour où un mandat prend fin.
board-meeting-asked = Vous avez demandé ce jour. Le regarder ne change rien.
board-over = Ces mandats prennent fin
board-going-on = Ces mandats continuent
board-coming = Élections pour plus tard
board-until-day = jusqu’au { $day }
board-ends = Quand les sièges prennent fin
board-seats-end =
    { $count ->
        [one] un siège prend fin
       *[other] { $count } sièges prennent fin
    }
board-even = { $seats } sièges avec des mandats de { $months } mois sont répartis le plus également quand { $even } prennent fin d’une assemblée annuelle à l’autre.
board-meeting-not-ahead = Entrez une date après aujourd’hui.
board-another-meeting = Et si l’assemblée a lieu le
board-history-title = Registre des administrateurs et administratrices, année par année
board-new = Inscrire une élection
board-new-title = Inscrire une élection ou une nomination
board-rules = Le conseil compte { $seats } sièges, et un mandat dure { $months } mois.
board-to-rules = Modifier ces règles
board-seated = { $name } siège au conseil.
board-term-title = { $name } au conseil
board-end-early = Mettre fin au mandat avant terme
board-ended = Le mandat a pris fin avant terme. Le siège est vacant.
board-correct = Corriger cette inscription
board-corrected = L’inscription est corrigée.
board-strike = Retirer cette inscription
board-strike-help = Seulement pour une inscription faite par erreur. Si une personne a siégé puis quitté, mettez plutôt fin à son mandat avant terme : elle restera au dossier. Le journal d’activité garde l’ancienne inscription.
board-struck = L’inscription est retirée.
board-offices-title = Postes du conseil
board-hand-over = Confier un poste
board-hand-over-help = La personne qui l’occupe le garde jusqu’à la veille. Une personne peut occuper deux postes, mais chaque poste n’a qu’une personne titulaire.
board-office-handed = Le poste est confié.
board-name-office = Ajouter un poste propre à votre coop
board-office-named = Le poste est ajouté.
board-office-taken = Un poste porte déjà ce nom.
board-does-not-sit = Cette personne ne siège pas au conseil ce jour-là. Choisissez quelqu’un d’autre ou un autre jour.
board-meeting-title = Déplacer une assemblée annuelle
board-meeting-help = Si l’assemblée change de jour, les mandats qui y prennent fin finissent le nouveau jour, et ceux qui y commencent commencent ce jour-là.
board-meeting-act = Déplacer l’assemblée
board-meeting-moved =
    { $count ->
        [1] Un mandat est déplacé.
       *[other] { $name } mandats sont déplacés.
    }
board-meeting-cannot-move = Les mandats ne vont pas ensemble ce jour-là : l’un finirait avant de commencer, une personne en aurait deux, ou il manquerait de sièges. Choisissez un autre jour.
board-may-not-sit = Selon les règles de la coop, cette personne ne peut pas siéger au conseil pour l’instant. Elle en voit la raison sur sa propre page.
board-may-not-sit-applicant = Cette personne n’est pas membre le premier jour du mandat.
board-may-not-sit-auxiliary = Cette personne est membre auxiliaire le premier jour du mandat, et les membres auxiliaires ne peuvent pas occuper de poste.
board-may-not-sit-suspended = Cette personne est suspendue le premier jour du mandat.
board-may-not-sit-former = Cette personne n’est plus membre le premier jour du mandat.
board-ends-too-early = Entrez une fin qui vient après le début.
board-left-before = Cette personne a quitté la coop avant. Entrez le jour de son départ, ou un jour plus tôt.
board-term-too-long = Selon les règles de la coop, ce mandat doit finir le { $limit } au plus tard.
board-sits-already = Cette personne siège jusqu’au { $limit }. Choisissez ce jour ou un jour plus tard.
board-full = Tous les sièges sont pourvus le { $limit }. Mettez d’abord fin à un mandat, ou modifiez le nombre de sièges dans les règles.
board-not-within-term = Choisissez un jour pendant le mandat.

event-board-elected = a inscrit une élection au conseil
event-board-appointed = a inscrit une nomination au conseil
event-board-ended = a mis fin à un mandat au conseil avant terme
event-board-corrected = a corrigé un mandat au conseil
event-board-struck = a retiré un mandat inscrit par erreur
event-board-office-handed = a confié un poste du conseil
event-board-office-ended = a mis fin à un poste du conseil
event-board-office-named = a ajouté un poste du conseil
event-board-meeting-moved = a déplacé l’assemblée annuelle où des mandats prennent fin
event-board-exported = a téléchargé une liste du conseil

departure-board =
    { $count ->
        [one] Son siège au conseil devient vacant.
       *[other] Ses { $count } mandats au conseil prennent fin et le siège devient vacant.
    }
departure-board-lost =
    { $count ->
        [one] le siège au conseil ou un poste, que quelqu’un d’autre occupe maintenant.
       *[other] { $count } mandats au conseil ou postes, que quelqu’un d’autre occupe maintenant.
    }
departure-offices =
    { $count ->
        [one] Un poste du conseil devient vacant.
       *[other] { $count } postes du conseil deviennent vacants.
    }
departure-offices-lost = des postes du conseil.
attention-terms-ending =
    { $count ->
        [one] Un mandat au conseil se termine d’ici deux mois
       *[other] { $count } mandats au conseil se terminent d’ici deux mois
    }
attention-terms-ending-act = Voir le conseil
begin-board = Inscrire qui siège au conseil
board-elections = Élections, et qui vient ensuite si un siège est vacant
