# La liste d’attente : demandes de l’extérieur et transferts de membres.
applications-title = Liste d’attente
applications-seen = Seules les personnes qui tiennent le registre voient cette page.
applications-caption = Par date du formulaire complet
applications-none = Personne ne demande de logement. Les demandes reçues par lettre, par téléphone ou par formulaire s’inscrivent ici.
applications-none-found = Rien ne correspond.
applications-show-open = Montrer toutes les demandes en attente
application-add = Inscrire une demande
application-new-title = Inscrire une demande
application-new-act = Inscrire la demande
application-edit = Modifier cette demande
application-edit-title = Modifier une demande
application-edit-act = Enregistrer la demande
application-added = { $name } est sur la liste.
application-changed = La demande de { $name } est enregistrée.
application-number = Demande { $id }
application-search = Chercher une demande
application-who = Qui demande
application-household = Le ménage
application-wanted = Le logement recherché
application-dates = La demande
application-choose-member = Choisir un membre
application-not-complete = incomplet
application-kind-outside = De l’extérieur
application-kind-transfer = Transfert d’un membre
application-from = Transfert du logement { $label }
application-kinds-all = Toutes les demandes
application-kinds-outside = De l’extérieur
application-kinds-transfer = Transferts
application-states-open = Toutes celles en attente
application-states-all = Tout
application-sizes-all = Toute taille
application-state-received = Reçue, incomplète
application-state-complete = Complète
application-state-invited = Convocation à une entrevue
application-state-interviewed = Entrevue faite
application-state-accepted = Acceptée
application-state-refused = Refusée
application-state-withdrawn = Retirée
application-state-expired = Expirée
application-adults =
    { $count ->
        [one] { $count } adulte
       *[other] { $count } adultes
    }
application-children =
    { $count ->
        [one] { $count } enfant
       *[other] { $count } enfants
    }
application-any-size = toute taille
application-bedrooms =
    { $count ->
        [0] sans chambre fermée
        [one] { $count } chambre
       *[other] { $count } chambres
    }
application-bedrooms-from =
    { $min ->
        [one] { $min } chambre ou plus
       *[other] { $min } chambres ou plus
    }
application-bedrooms-to =
    { $max ->
        [one] au plus { $max } chambre
       *[other] au plus { $max } chambres
    }
application-bedrooms-between = { $min } à { $max } chambres
application-accessible = accessible en fauteuil roulant
application-column-id = Numéro
application-column-name = Nom
application-column-kind = Type
application-column-unit = Logement actuel
application-column-adults = Adultes
application-column-children = Enfants
application-column-household = Ménage
application-column-bedrooms = Chambres
application-column-wants = Recherche
application-column-accessible = Accessible
application-column-received = Reçue le
application-column-complete = Complète le
application-column-state = État
application-column-place = Rang
application-column-why = Pourquoi pas
application-file = liste-d-attente

application-rule-title = Comment l’ordre s’établit
application-rule-change = Changer la règle
application-rule-date = La date du formulaire complet décide. Qui l’a complété plus tôt passe avant.
application-rule-fit = Pour un logement, seuls comptent les ménages qui conviennent à sa taille, à son nombre de chambres et à son accès.
application-rule-transfers-alternate = Les transferts de membres et les demandes de l’extérieur alternent pour les logements de même taille.
application-rule-transfers-first = Les transferts de membres passent avant les demandes de l’extérieur.
application-rule-transfers-last = Les transferts de membres passent après les demandes de l’extérieur.
application-rule-transfers-together = Les transferts de membres et les demandes de l’extérieur forment une seule liste.
application-rule-months = Les membres peuvent changer de logement après { $months } mois dans le leur.
transfers-alternate = alternent avec les demandes de l’extérieur
transfers-first = passent avant
transfers-last = passent après
transfers-together = forment une seule liste avec elles

application-vacant = Logements vacants
application-next-title = À qui le tour pour le logement { $label }?
application-next-link = À qui le tour pour ce logement?
application-fitting =
    { $count ->
        [one] Un ménage convient
       *[other] { $count } ménages conviennent
    }
application-fitting-none = Aucun ménage de la liste ne convient à ce logement.
application-others = Pourquoi ce n’est pas le tour des autres
obstacle-not-complete = Le formulaire n’est pas complet.
obstacle-too-many =
    { $by ->
        [one] Une personne de trop pour ce logement.
       *[other] { $by } personnes de trop pour ce logement.
    }
obstacle-too-few =
    { $by ->
        [one] Il manque une personne pour ce logement.
       *[other] Il manque { $by } personnes pour ce logement.
    }
obstacle-fewer-bedrooms = Le ménage recherche plus de chambres.
obstacle-more-bedrooms = Le ménage recherche moins de chambres.
obstacle-not-accessible = Le ménage a besoin d’un logement accessible en fauteuil roulant.
obstacle-own-home = Le ménage habite ce logement.
obstacle-too-soon = Le ménage peut demander un autre logement à partir du { $day }.

application-present-home = Habite
application-given = Acceptée pour
application-story = Ce qui s’est passé
application-story-received = La demande a été reçue
application-story-complete = Le formulaire était complet
application-story-invited = Convocation à une entrevue
application-story-interviewed = Entrevue
application-story-accepted = Acceptée
application-story-refused = Refusée
application-story-withdrawn = La demande a été retirée
application-story-expired = La demande a expiré
application-story-reopened = Remise sur la liste
application-entered-by = Inscrit par { $name }.
application-step = Inscrire ce qui s’est passé
application-step-act = L’inscrire
application-step-saved = La demande est à jour.
application-step-invited = Convocation à une entrevue
application-step-interviewed = Entrevue faite
application-step-refused = Refusée
application-step-withdrawn = Retirée par qui l’a faite
application-step-expired = Expirée
application-step-reopened = Remise sur la liste, à son rang
application-interviews = Entrevues
application-interview = Noter une entrevue
application-interview-act = Enregistrer l’entrevue
application-interview-saved = L’entrevue est notée.
application-present = Présences : { $names }.

application-accept = Accepter
application-accept-title = Accepter une demande
application-accept-help = Ces personnes entrent au registre, avec ce qui est connu d’elles ici. Le logement peut être choisi plus tard.
application-accept-transfer-help = La page suivante est le déménagement du ménage, déjà remplie.
application-accepted = { $name } est au registre.
application-accepted-transfer = Le transfert de { $name } est accepté. Inscrivez maintenant le déménagement.
application-choose-home = Choisir un logement
application-no-home-yet = Pas encore de logement
application-home-vacant = Logement { $label } (vacant)
application-home-lived-in = Logement { $label } (occupé)
application-same = { $name } est déjà au registre?
application-same-yes = Oui, c’est { $name }
application-same-known = Numéro { $number }, membre depuis le { $day }.
application-same-no = Non, c’est quelqu’un d’autre

application-forget-title = Retirer la personne
application-forget-help = Nom, coordonnées, remarques, motifs et notes d’entrevue disparaissent pour de bon. Qu’il y a eu une demande, et ce qu’elle est devenue, reste.
application-forget-act = Retirer la personne pour de bon
application-forgotten = La personne est retirée de cette demande.
application-is-forgotten = La personne est oubliée. Ce qu’elle recherchait et ce que la demande est devenue restent.

wrong-application-future = Entrez un jour qui n’est pas à venir.
wrong-application-complete = Entrez un jour entre la réception et aujourd’hui.
wrong-application-open = Ce membre demande déjà un transfert.
wrong-application-no-home = Ce membre n’habite aucun logement de la coop.
wrong-application-step = La demande ne peut pas passer à cet état. Regardez la page de nouveau.
wrong-application-step-day = Entrez un jour à partir du dernier inscrit, et qui n’est pas à venir.
wrong-application-same = Le registre contient quelqu’un de semblable. Dites si c’est la même personne.
wrong-other-adults = Écrivez une personne par ligne : « Nom de famille, prénom ».
wrong-adults = Il y a plus de noms que d’adultes. Comptez aussi la personne qui demande.
wrong-forget-sure = Cochez d’abord la case.
conflict-application-decided = Cette demande est décidée. Remettez-la sur la liste pour la modifier.
conflict-application-open = Seule une demande sans suite peut être oubliée.

event-application-received = a inscrit une demande sur la liste d’attente
event-application-changed = a modifié une demande
event-application-step = a inscrit ce qui est arrivé à une demande
event-application-interview-noted = a noté une entrevue
event-application-became-member = a accepté une demande
event-application-forgotten = a retiré la personne d’une demande
event-applications-exported = a emporté la liste d’attente dans un fichier
audit-about-application = Demandes de logement
fact-kind = Type
fact-adults = Adultes
fact-children = Enfants
fact-complete-on = Complète le
fact-contact = Noms et coordonnées

departure-requests =
    { $count ->
        [one] Une demande sur la liste d’attente : retirez-la là si elle n’a plus lieu d’être.
       *[other] { $count } demandes sur la liste d’attente : retirez-les là si elles n’ont plus lieu d’être.
    }
