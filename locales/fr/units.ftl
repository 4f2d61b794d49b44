units-title = Logements
units-none = Aucun logement pour l’instant. Importez-les avec vos membres, ou ajoutez-les à la main.
units-summary =
    { $count ->
        [one] { $count } logement
       *[other] { $count } logements
    } : { $occupied ->
        [one] { $occupied } occupé
       *[other] { $occupied } occupés
    }, { $vacant ->
        [one] { $vacant } vacant
       *[other] { $vacant } vacants
    }.
units-seen = Toute la coop, et les personnes qui observent, voient qui habite où.
units-floor = Étage { $floor }
units-ground-floor = Rez-de-chaussée
units-no-floor = Étage inconnu
units-vacant = Vacant
units-vacant-since = Vacant depuis le { $day }
units-yours = Chez vous : { $people }
unit-named = Logement { $label }
unit-add = Ajouter un logement
unit-edit = Modifier ce logement
unit-new-title = Ajouter un logement
unit-edit-title = Modifier un logement
unit-added = Le logement { $name } est ajouté.
unit-changed = Le logement { $name } est enregistré.
unit-label-taken = Un autre logement porte déjà ce nom.
unit-lives-there = Cette personne y habite déjà à ce moment-là.
unit-moved-in-later = Cette personne a emménagé ce jour-là ou plus tard. Entrez une date ultérieure.
unit-seen = Toute la coop, et les personnes qui observent, voient cette page.
unit-now = Qui habite ici
unit-nobody = Personne
unit-is-vacant = Ce logement est vacant.
unit-before = Qui habitait ici avant
unit-about = À propos de ce logement
unit-tasks = Tâches de ce logement
unit-area = Superficie
unit-accessible = Accessible en fauteuil roulant
unit-choose-person = Choisir une personne
unit-move-in = Quelqu’un emménage
unit-move-in-act = Inscrire l’emménagement
unit-stay-title = Corriger cette inscription
unit-stay-lede = Ce que vous entrez ici remplace l’inscription : { $name }. Le journal d’activité garde l’ancienne.
unit-stay-corrected = L’inscription est corrigée.
unit-moved-in = { $name } habite maintenant ici.
unit-move-out = Départ
unit-move-out-act = Inscrire le départ
unit-moved-out = { $name } quitte ce logement.
unit-kind-apartment = Appartement
unit-kind-townhouse = Maison en rangée
unit-kind-house = Maison
unit-kind-room = Chambre
unit-kind-parking = Stationnement
unit-kind-storage = Rangement
unit-kind-common-room = Salle commune
yes = Oui

event-unit-added = a ajouté un logement
event-unit-changed = a modifié un logement
event-unit-moved-in = a inscrit un emménagement
event-unit-stay-corrected = a corrigé un séjour dans un logement
event-unit-moved-out = a inscrit un départ d’un logement
event-units-exported = a téléchargé la liste des logements

units-as-of = Le { $day } :
units-to-look-at = Logements à vérifier
units-vacant-days =
    { $days ->
        [one] Vacant depuis un jour, le { $day }
       *[other] Vacant depuis { $days } jours, le { $day }
    }
units-never-lived-in = Vacant, jamais habité
units-too-many =
    { $by ->
        [one] Une personne de plus que prévu pour ce logement
       *[other] { $by } personnes de plus que prévu pour ce logement
    }
units-too-few =
    { $by ->
        [one] Une personne de moins que prévu pour ce logement
       *[other] { $by } personnes de moins que prévu pour ce logement
    }
units-vacant-since-column = Vacant depuis
show-day = Montrer ce jour
show-today = Montrer aujourd’hui
day-ahead = Ce jour est à venir. Vous voyez ce qui est inscrit jusqu’ici.
unit-meant-for = Prévu pour
unit-people-at-least =
    { $min ->
        [one] une personne ou plus
       *[other] { $min } personnes ou plus
    }
unit-people-at-most =
    { $max ->
        [one] une personne
       *[other] au plus { $max } personnes
    }
unit-people-from-to = { $min } à { $max } personnes
relation-member = membre
relation-household = membre du ménage
relation-guest = invité ou invitée

unit-children = Enfants
unit-children-seen = Seules les personnes qui habitent ici et celles qui tiennent le registre voient le nombre d’enfants. Nous comptons les enfants sans jamais les nommer.
unit-children-count = Entrer le nombre d’enfants
unit-children-act = Enregistrer le nombre
unit-children-counted = Le nombre d’enfants est enregistré.
wrong-children = Entrez un nombre de 0 à 20.
wrong-children-alone = Aucun adulte n’habite ici ce jour-là. Entrez un jour où quelqu’un y habite.
event-unit-children-counted = a entré le nombre d’enfants d’un logement

departure-homes =
    { $count ->
        [one] Cette personne quitte un logement.
       *[other] Cette personne quitte { $count } logements.
    }
departure-homes-lost =
    { $count ->
        [one] un logement, modifié entre-temps.
       *[other] { $count } logements, modifiés entre-temps.
    }
attention-homes-empty =
    { $count ->
        [one] Un logement est vacant
       *[other] { $count } logements sont vacants
    }
attention-homes-empty-act = Voir à qui le tour
begin-homes = Ajouter vos logements
unit-move-undone = Annulé : les gens qui habitent ici sont les mêmes qu’avant.
unit-occupied = Quelqu’un habite ce logement. Dites si l’on partage le logement ou si l’on en part ce jour-là.
unit-answer-share = Le logement sera partagé
unit-answer-leave = Ces gens partent ce jour-là
