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
open-figure-homes = logements occupés
open-figure-vacant =
    { $vacant ->
        [0] aucun n’est vacant
        [one] un est vacant
       *[other] { $vacant } sont vacants
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

chart-numbers = Les nombres

open-board-summary = { $filled } des { $seats } sièges sont pourvus. { $ending ->
        [one] Un mandat prend fin
       *[other] { $ending } mandats prennent fin
    } le { $day }.
open-board-names = Les membres voient qui siège au conseil une fois leur session ouverte. Les noms ne figurent ici qu’avec l’accord des personnes, et celui-ci n’a pas encore été demandé.
chart-download = Télécharger ces nombres :

open-figure-members-on = le { $day }
open-figure-quarters =
    { $done ->
        [one] sur une faite pendant les trimestres montrés
       *[other] sur { $done } faites pendant les trimestres montrés
    }
open-json = Tout cela en données (JSON)
open-feed = Suivre les décisions dans un lecteur de nouvelles (Atom)
open-feed-title = { $coop } : ce que les membres ont décidé
open-blocks-title = Ce que tout le monde voit
open-blocks-lede = Les pages publiques sont faites de ces parties. Regardez-en une comme tout le monde la verrait, puis montrez-la.
open-blocks-closed = Les pages publiques sont désactivées dans les réglages de la coop : pour l’instant, seules les personnes connectées les voient.
open-blocks-back = Retour à toutes les parties
open-block-look = Regarder
open-block-show = Montrer à tout le monde
open-block-hide = Retirer
open-block-is-shown = Tout le monde la voit
open-block-is-hidden = Pas montrée
open-block-now-shown = Tout le monde la voit maintenant.
open-block-now-hidden = Elle n’est plus montrée. Des copies gardées en chemin peuvent se voir encore cinq minutes.
open-preview-title = Comme tout le monde la verrait : { $name }
open-preview-shown = Cette partie est déjà dans les pages publiques.
open-preview-not = Personne ne voit encore cette partie de l’extérieur. Voici comment sera la page.
open-block-homes = Logements
open-block-about-homes = Combien il y a de logements, et dans combien quelqu’un habite aujourd’hui.
open-block-size = Membres
open-block-about-size = Combien il y a de membres, dit une fois qu’assez de logements ont changé.
open-block-turnout = Votes
open-block-about-turnout = Combien ont pris part aux votes qui ont décidé quelque chose.
open-block-work = Tâches
open-block-about-work = Combien de tâches ont été faites à chaque trimestre, et combien à temps.
open-block-meetings = Assemblées
open-block-about-meetings = Combien sont venus à chaque assemblée générale.
open-block-hours = Heures
open-block-about-hours = Combien d’heures ont été données à chaque trimestre, et pour quoi. Celles de personne en particulier.
open-block-vacancies = Logements vides
open-block-about-vacancies = Combien de jours des logements sont restés vides, mois par mois.
open-block-satisfaction = Satisfaction
open-block-about-satisfaction = À quel point les gens se sont dits satisfaits dans les sondages.
open-block-decisions = Décisions
open-block-about-decisions = Ce que tous les membres ont décidé, avec les nombres des votes où assez ont pris part. Aussi en fil de nouvelles.
open-block-board = Le conseil
open-block-about-board = Combien de sièges sont pourvus et quand les mandats finissent. Aucun nom.
event-open-block-shown = a montré une partie des pages publiques
event-open-block-hidden = a retiré une partie des pages publiques
fact-open-block = Partie

observers-title = Ce qui a été regardé en observation
observers-lede = Les personnes qui vérifient, ou qui ne font que lire, se connectent pour un temps limité. Chaque page qui leur a été montrée est notée ici, pendant deux ans.
observers-none = Personne n’a encore rien regardé en observation.
observers-caption = Pages montrées en observation, les derniers jours d’abord
observers-more = Ce sont les plus récentes. Le fichier les contient toutes.
observers-download = Télécharger le tout :
observers-file = observation
observers-column-page = Page
observers-column-who = Qui
observers-column-day = Jour
observers-column-many = Fois
observers-column-from = Première
observers-column-until = Dernière
event-observer-views-exported = a téléchargé ce qui a été regardé en observation
kept-observer-views = Ce qui a été regardé en observation
kept-observer-views-for = { $months } mois
everything-observer-views = Pages qui vous ont été montrées en observation
fact-day = Jour
fact-page = Page
fact-many = Fois
fact-first-at = Première fois
fact-last-at = Dernière fois
