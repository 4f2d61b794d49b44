units-title = Logements
units-none = Aucun logement pour l’instant. Une importation crée les logements qu’elle nomme; sinon, ajoutez-les à la main.
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
unit-label-taken = Un autre logement porte ce nom.
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
unit-move-in-act = Emménager
unit-stay-title = Corriger cette inscription
unit-stay-lede = Ce qui est inscrit pour { $name } devient ce que vous entrez ici. Le journal d’activité garde ce qui y figurait.
unit-stay-corrected = L’inscription est corrigée.
unit-moved-in = { $name } habite maintenant ici.
unit-move-out = Déménage
unit-move-out-act = Déménager
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
event-unit-moved-in = a fait emménager quelqu’un
event-unit-stay-corrected = a corrigé un séjour dans un logement
event-unit-moved-out = a fait déménager quelqu’un
event-units-exported = a emporté la liste des logements dans un fichier

units-as-of = Le { $day } :
units-to-look-at = Logements à examiner
units-vacant-days =
    { $days ->
        [one] Libre depuis un jour, le { $day }
       *[other] Libre depuis { $days } jours, le { $day }
    }
units-never-lived-in = Libre, et jamais habité
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
units-vacant-since-column = Libre depuis
show-day = Montrer ce jour
show-today = Montrer aujourd’hui
day-ahead = Un jour à venir : ce qui est inscrit jusqu’ici.
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
relation-household = du ménage
relation-guest = invité ou invitée

unit-children = Enfants
unit-children-seen = Le nombre d’enfants est visible pour les personnes qui habitent ici et pour celles qui tiennent le registre. Les enfants sont comptés, jamais nommés.
unit-children-count = Compter les enfants
unit-children-act = Enregistrer le nombre
unit-children-counted = Le nombre d’enfants est enregistré.
wrong-children = Entrez un nombre de 0 à 20.
wrong-children-alone = Aucun adulte n’habite ici ce jour-là. Entrez un jour où quelqu’un y habite.
event-unit-children-counted = a compté les enfants d’un logement

departure-homes =
    { $count ->
        [one] Cette personne quitte un logement.
       *[other] Cette personne quitte { $count } logements.
    }
departure-homes-lost =
    { $count ->
        [one] un logement, inscrit autrement entre-temps.
       *[other] { $count } logements, inscrits autrement entre-temps.
    }
attention-homes-empty =
    { $count ->
        [one] Un logement est vide
       *[other] { $count } logements sont vides
    }
attention-homes-empty-act = Voir à qui le tour
begin-homes = Entrer vos logements
