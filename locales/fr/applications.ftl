# La liste d’attente : demandes de l’extérieur et transferts de membres.
applications-title = Liste d’attente
applications-seen = Seules les personnes qui tiennent le registre voient cette page.
applications-count =
    { $count ->
        [one] Une demande
       *[other] { $count } demandes
    }
applications-more-than = Plus de { $count } demandes
applications-none = Personne n’attend de logement. Quand une demande arrive par lettre, par téléphone ou par formulaire, inscrivez-la ici.
applications-none-found = Aucune demande ne correspond. Essayez un autre filtre.
applications-show-open = Montrer toutes les demandes en attente
application-add = Inscrire une demande
application-new-title = Inscrire une demande
application-new-act = Inscrire la demande
application-edit = Modifier cette demande
application-edit-title = Modifier une demande
application-edit-act = Enregistrer la demande
application-added = { $name } est sur la liste.
application-changed = Demande enregistrée : { $name }.
application-number = Demande { $id }
application-search = Chercher une demande
application-who = Qui demande
application-household = Ménage
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
application-states-all = Toutes
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

application-rule-title = Comment l’ordre est établi
application-rule-change = Changer la règle
application-rule-date = La date du formulaire complet décide. La date la plus ancienne passe en premier.
application-rule-fit = Pour chaque logement, nous ne comptons que les ménages qui conviennent à sa taille, à son nombre de chambres et à son accès.
application-rule-transfers-alternate = Les transferts de membres et les demandes de l’extérieur alternent pour les logements de même taille.
application-rule-transfers-first = Les transferts de membres passent avant les demandes de l’extérieur.
application-rule-transfers-last = Les transferts de membres passent après les demandes de l’extérieur.
application-rule-transfers-together = Les transferts de membres et les demandes de l’extérieur forment une seule liste.
application-rule-months = Les membres peuvent changer de logement après { $months } mois dans le leur.
transfers-alternate = alternent avec les demandes de l’extérieur
transfers-first = passent avant
transfers-last = passent après
transfers-together = forment une seule liste avec les demandes de l’extérieur

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
application-story = Historique
application-story-received = Demande reçue
application-story-complete = Formulaire complet
application-story-invited = Convocation à une entrevue
application-story-interviewed = Entrevue
application-story-accepted = Acceptée
application-story-refused = Refusée
application-story-withdrawn = Demande retirée
application-story-expired = Demande expirée
application-story-reopened = Remise sur la liste
application-entered-by = Inscrit par { $name }.
application-step = Inscrire ce qui s’est passé
application-step-act = Enregistrer
application-step-saved = La demande est à jour.
application-step-invited = Convocation à une entrevue
application-step-interviewed = Entrevue faite
application-step-refused = Refusée
application-step-withdrawn = Demande retirée par le ménage
application-step-expired = Expirée
application-step-reopened = Remise sur la liste, à son rang
application-interviews = Entrevues
application-interview = Noter une entrevue
application-interview-act = Enregistrer l’entrevue
application-interview-saved = L’entrevue est enregistrée.
application-present = Présences : { $names }.

application-accept = Accepter
application-accept-title = Accepter une demande
application-accept-help = Ces personnes seront ajoutées au registre, avec les renseignements entrés ici. Vous pouvez choisir le logement plus tard.
application-accept-transfer-help = La page suivante est le formulaire du déménagement, déjà rempli.
application-accepted = { $name } est au registre.
application-accepted-transfer = Transfert accepté : { $name }. Inscrivez maintenant le déménagement.
application-choose-home = Choisir un logement
application-no-home-yet = Pas encore de logement
application-home-vacant = Logement { $label } (vacant)
application-home-lived-in = Logement { $label } (occupé)
application-same = { $name } est déjà au registre?
application-same-yes = Oui, c’est { $name }
application-same-known = Numéro { $number }, membre depuis le { $day }.
application-same-no = Non, c’est quelqu’un d’autre

application-forget-title = Retirer les renseignements personnels
application-forget-help = Le nom, les coordonnées, les remarques, les motifs et les notes d’entrevue sont supprimés pour de bon. Nous gardons seulement qu’il y a eu une demande, et comment elle s’est terminée.
application-forget-act = Retirer les renseignements pour de bon
application-forgotten = Les renseignements personnels sont retirés de cette demande.
application-is-forgotten = Les renseignements personnels ont été retirés. Ce qui était recherché et la fin de la demande sont gardés.

wrong-application-future = Entrez la date d’aujourd’hui ou une date passée.
wrong-application-complete = Entrez une date entre la réception et aujourd’hui.
wrong-application-open = Ce membre demande déjà un transfert.
wrong-application-no-home = Ce membre n’habite aucun logement de la coop.
wrong-application-step = Cette étape ne convient pas à la demande telle qu’elle est maintenant. Rechargez la page, puis choisissez de nouveau.
wrong-application-step-day = Entrez une date entre la dernière étape et aujourd’hui.
wrong-application-same = Le registre contient déjà quelqu’un de semblable. Dites si c’est la même personne.
wrong-other-adults = Écrivez une personne par ligne : « Nom de famille, prénom ».
wrong-adults = Vous avez entré plus de noms que d’adultes. Comptez aussi la personne qui fait la demande.
wrong-forget-sure = Cochez la case pour confirmer.
conflict-application-decided = Cette demande est close. Remettez-la sur la liste pour la modifier.
conflict-application-open = C’est possible seulement quand une demande s’est terminée sans logement.

event-application-received = a inscrit une demande sur la liste d’attente
event-application-changed = a modifié une demande
event-application-step = a inscrit ce qui est arrivé à une demande
event-application-interview-noted = a noté une entrevue
event-application-became-member = a accepté une demande
event-application-forgotten = a retiré les renseignements personnels d’une demande
event-applications-exported = a téléchargé la liste d’attente
audit-about-application = Demandes de logement
fact-kind = Type
fact-adults = Adultes
fact-children = Enfants
fact-complete-on = Complète le
fact-contact = Noms et coordonnées

departure-requests =
    { $count ->
        [one] Une demande sur la liste d’attente. Retirez-la de cette liste si elle n’a plus lieu d’être.
       *[other] { $count } demandes sur la liste d’attente. Retirez-les de cette liste si elles n’ont plus lieu d’être.
    }
