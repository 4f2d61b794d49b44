open-title = { $coop }, pages publiques
open-mark = pages publiques
open-description = Les chiffres et les décisions d’une coopérative d’habitation, ouverts à tout le monde.
open-promise = Nous habitons ici, nous en sommes propriétaires ensemble, et nous montrons ce que nous faisons.
open-lede =
    { $homes ->
        [0] { $coop } est gérée par ses membres. Cette page contient ce que tout le monde peut voir.
        [one] Un logement, géré par ses membres. Cette page contient ce que tout le monde peut voir.
       *[other] { $homes } logements, gérés par les membres qui y habitent. Cette page contient ce que tout le monde peut voir.
    }
open-facade =
    { $occupied ->
        [one] { $occupied } logement sur { $homes } est occupé aujourd’hui.
       *[other] { $occupied } logements sur { $homes } sont occupés aujourd’hui.
    }
open-facade-pane = Chaque fenêtre allumée est un logement occupé. Les fenêtres allumées sont choisies au hasard.
open-facade-panes = Chaque fenêtre représente { $homes } logements. Les fenêtres allumées sont choisies au hasard.
open-on-this-page = Sur cette page
open-figures = Chiffres
open-figures-title = La coop en chiffres
open-as-of = Le { $day }
open-figure-members =
    { $homes ->
        [one] membres dans un logement
       *[other] membres dans { $homes } logements
    }
open-figure-movement = Dans les douze derniers mois : arrivées { $joined }, départs { $gone }
open-fewer-than = moins de { $least }
open-figure-homes = logements occupés
open-figure-vacant =
    { $vacant ->
        [0] aucun n’est vacant
        [one] un est vacant
       *[other] { $vacant } sont vacants
    }
open-figure-turnout = des membres ont voté, en moyenne
open-figure-votes =
    { $votes ->
        [0] aucun vote pour l’instant
        [one] sur un vote
       *[other] sur { $votes } votes
    }
open-figure-tasks = des tâches faites à temps
open-figure-tasks-done =
    { $done ->
        [0] aucune faite en douze mois
        [one] d’une seule en douze mois
       *[other] de { $done } en douze mois
    }
open-download = Télécharger tous les chiffres de cette page :
open-csv-key = Chiffre
open-csv-what = Quoi
open-csv-value = Valeur
open-csv-note = Note
open-decisions = Décisions
open-decisions-title = Ce que les membres ont décidé
open-decisions-all = Toutes les décisions
open-decisions-none = Rien n’a encore été décidé.
open-decision-entered = Décision { $number }, { $day }. Décidée par : { $body }.
open-decision-hidden = Décision { $number }, { $day }. Moins de { $least } membres ont voté : les nombres ne sont pas publiés.
open-contact = À qui s’adresser
open-contact-name = Nom
open-never = Ce que nous ne publions jamais :
open-never-why = les noms des membres, le vote d’un membre, les dettes, les numéros de téléphone et les heures de quiconque. Les chiffres qui portent sur très peu de personnes sont omis.
open-back = La coop en chiffres

figures-title = Notre coop
figures-lede = Comment va la coop, pour toutes les personnes qui y habitent.
figures-in-short = En bref
figures-charts = Graphiques
figures-none = Les graphiques paraîtront quand il y aura des membres et des votes.
figures-members = membres
figures-members-more = { $many } de plus qu’il y a un an
figures-members-fewer = { $many } de moins qu’il y a un an
figures-members-same = autant qu’il y a un an
figures-tasks-late = Le plus de tâches en retard : { $area }
figures-tasks-on-time =
    { $done ->
        [0] Aucune tâche faite pour l’instant
        [one] La seule tâche faite l’a été à temps
       *[other] Les { $done } tâches faites l’ont toutes été à temps
    }
figures-tasks-note = Tâches faites en douze mois et ouvertes aujourd’hui, par comité
figures-tasks-row = { $on_time } à temps, { $late } en retard, { $open } à faire
figures-tasks-no-committee = Aucun comité
figures-tasks-key-on-time = À temps
figures-tasks-key-late = En retard
figures-tasks-key-open = À faire
figures-tasks-area = Comité
figures-turnout-all =
    { $votes ->
        [one] Le dernier vote a atteint son quorum, avec { $average } de participation
       *[other] Les { $votes } derniers votes ont tous atteint leur quorum, avec { $average } de participation en moyenne
    }
figures-turnout-missed =
    { $missed ->
        [one] Un des { $votes } derniers votes a manqué son quorum
       *[other] { $missed } des { $votes } derniers votes ont manqué leur quorum
    }
figures-turnout-note = Part de la liste qui a voté, par numéro de décision, en douze mois
figures-quorum-mark = Le pointillé est le quorum du vote.
figures-vote = Vote
figures-closed = Fermé
figures-cast = Ont voté
figures-roll = Liste
figures-quorum-needed = Quorum
figures-growth-more = Nous sommes { $many } de plus qu’il y a un an : { $members } membres
figures-growth-fewer = Nous sommes { $many } de moins qu’il y a un an : { $members } membres
figures-growth-same = Autant de membres qu’il y a un an : { $members }
figures-growth-note = Membres au premier de chaque mois, et aujourd’hui
figures-day = Jour
figures-members-heading = Membres
chart-numbers = Les nombres

open-board-summary = { $filled } des { $seats } sièges sont pourvus. { $ending ->
        [one] Un mandat prend fin
       *[other] { $ending } mandats prennent fin
    } le { $day }.
open-board-names = Les membres voient qui siège au conseil une fois leur session ouverte. Les noms ne figurent ici qu’avec l’accord des personnes, et celui-ci n’a pas encore été demandé.
chart-download = Télécharger ces nombres :
