# Corvées : tâches récurrentes à tour de rôle.

# ---- les règles en mots ----

chore-rule-days = { $n ->
    [1] chaque jour
    [2] un jour sur deux
   *[other] tous les { $n } jours
}
chore-rule-working-days = chaque jour du lundi au vendredi
chore-rule-every-week = chaque { $days }
chore-rule-second-weekday = un { $day } sur deux
chore-rule-weeks = { $n ->
    [2] une semaine sur deux, { $days }
   *[other] toutes les { $n } semaines, { $days }
}
chore-rule-weekday = { $day }
chore-rule-on-weekday = le { $day }
chore-rule-and = { $before } et { $last }
chore-rule-months = { $n ->
    [1] { $day } du mois
    [2] { $day }, un mois sur deux
   *[other] tous les { $n } mois, { $day }
}
chore-rule-years = { $n ->
    [1] chaque année, { $day }
    [2] une année sur deux, { $day }
   *[other] tous les { $n } ans, { $day }
}
chore-rule-years-day = { $n ->
    [1] chaque année, le { $day }
    [2] une année sur deux, le { $day }
   *[other] tous les { $n } ans, le { $day }
}
chore-rule-day = { $day ->
    [1] le 1er
   *[other] le { $day }
}
chore-rule-last-day = le dernier jour
chore-rule-nth = { $nth ->
    [1] le premier { $weekday }
    [2] le deuxième { $weekday }
    [3] le troisième { $weekday }
   *[other] le quatrième { $weekday }
}
chore-rule-last = le dernier { $weekday }
chore-rule-day-of-month = { $day } { DE($month) }
chore-rule-shorter = {", ou le dernier jour d’un mois plus court"}
chore-rule-season = {","} { DE($from) } à { $to }
chore-rule-month = {", en"} { $month }
chore-rule-until = {", jusqu’au"} { $day }
chore-rule-times = {","} { $times } fois en tout

# ---- pourquoi c’est le tour de quelqu’un ----

chore-why-in-order = { $who } vient ensuite dans l’ordre
chore-why-fewer = { $who } a eu moins de tours { QUE($other) } : { $has }, et non { $other_has }
chore-why-least-effort = { $months ->
    [one] { $who } a reçu le moins de travail depuis un mois
   *[other] { $who } a reçu le moins de travail depuis { $months } mois
}
chore-why-drawn = { $count ->
    [one] { $who } était seul choix possible au tirage
   *[other] le sort a désigné { $who }, parmi { $count }
}
chore-why-instead = { $who } prend la place laissée par { $other } : personne n’a eu moins de tours, ni de tours plus espacés
chore-why-same-period = { $who } garde cette corvée pendant toute la période
chore-why-nobody = personne n’est désigné : qui arrive en premier s’en charge
chore-why-nobody-left = personne du tour de rôle ne peut prendre ce tour
chore-why-away = { $who } s’absente jusqu’au { $until }
chore-why-away-open = { $who } s’absente
chore-why-vacant = personne n’habite { $who }

# ---- les pages ----

chores-title = Corvées
chores-seen = Toute personne qui a un compte dans cette coopérative voit cette page.
chores-none = Il n’y a pas encore de corvée. Les corvées qui reviennent, comme le déneigement ou le recyclage, se font ici à tour de rôle.
chores-none-ahead = Aucun tour n’est prévu dans les prochaines semaines.
chores-own = Vos tours
chores-this-week = Cette semaine
chores-week = Semaine du { $day }
chores-all = Toutes les corvées
chores-sheet = Feuille pour la cage d’escalier
chores-to-board = Tableau des tâches
chores-sheet-title = Corvées des six prochaines semaines
chores-sheet-until = Jusqu’au { $day }. Ce qui change ensuite se lit à la page du code ci-dessous.
chores-sheet-help = Imprimez cette page et affichez-la où tout le monde passe. Aucun numéro de téléphone n’y figure.
chores-sheet-code = Code qui mène à la page des corvées
chore-home = le logement { $label }
chore-nobody = Qui arrive en premier
chore-me = Moi
chore-choose = Choisir
chore-called-for = sur appel de la personne responsable
chore-state-late = En retard
chore-state-today = Aujourd’hui
chore-state-done = Fait
chore-state-missed = Manqué
chore-state-excused = Excusé
chore-state-skipped = Annulé
chore-new = Créer une corvée
chore-new-title = Créer une corvée
chore-new-act = Créer la corvée
chore-edit = Modifier
chore-edit-title = Modifier une corvée
chore-what = Quoi
chore-when = Quels jours
chore-whose = À qui le tour
chore-homes = Quels logements
chore-people = Quelles personnes
chore-first-listed = La première entrée de la liste
chore-no-committee = Aucun comité
chore-all-year = Toute l’année
chore-is-over = Cette corvée est terminée.
chore-goes-round = Tour de rôle
chore-way-in-order = Dans l’ordre.
chore-way-least-effort =
    { $months ->
        [one] Qui a eu le moins à faire depuis un mois.
       *[other] Qui a eu le moins à faire depuis { $months } mois.
    }
chore-way-random = Au sort, jamais deux fois de suite.
chore-way-nobody = Qui arrive en premier.
chore-among =
    { $count ->
        [one] Une seule participation.
       *[other] { $count } participent.
    }
chore-keeps-turns =
    { $count ->
        [one] Un tour à la fois.
       *[other] { $count } tours à la fois.
    }
chore-keeps-week = Pour une semaine chaque fois.
chore-keeps-month = Pour un mois chaque fois.
chore-ahead = Tours à venir
chore-none-ahead = Aucun tour n’est prévu.
chore-past = Tours passés
chore-pool-title = Qui participe ({ $count })
chore-tick-of = Fait : { $day }
chore-tick = C’est fait
chore-did = Qui l’a fait?
chore-task = Étapes, notes et fichiers de ce tour
chore-instead-of = Le tour revenait à : { $who }.
chore-call-title = Demander un tour aujourd’hui
chore-call-help = Pour un jour de neige, ou ce qui ne peut attendre. Qui vient ensuite est averti sans délai.
chore-call = Demander un tour
chore-end-title = Terminer cette corvée
chore-end-help = Les tours qui n’ont pas commencé sont annulés. Ce qui a été fait reste, avec ses heures.
chore-end = Terminer la corvée
chore-skip-title = Annuler ce tour
chore-skip = Annuler le tour
chore-swaps = Échanges
chore-swap-title = Échanger ce tour
chore-swap-ask = Demander un échange
chore-swap-yes = Oui, j’accepte
chore-swap-no = Non
chore-swap-withdraw = Reprendre
chore-swap-line-asked = { $from } propose un échange à { $to } : { $day } contre { $other }
chore-swap-line-accepted = { $from } et { $to } ont échangé : { $day } et { $other }
chore-stand-in-title = Demander un remplacement
chore-stand-in-ask = Demander
chore-stand-in-asked = Remplacement demandé le { $day } : { $to }
chore-stand-in-accepted = Remplacement le { $day } : { $to }
chore-swap-asked = demandé
chore-swap-accepted = accepté
chore-swap-refused = refusé
chore-swap-withdrawn = repris
chore-away = Je m’absente
chore-away-title = Vos absences
chore-away-lede = Vos tours de ces jours vont à d’autres. Vous rattrapez ensuite les autres, et jamais plus que cela.
chore-away-seen = Les autres lisent jusqu’à quand dure votre absence, et rien d’autre.
chore-away-home = Tout le logement { $label }
chore-away-enter = Inscrire ces jours
chore-away-list = Jours inscrits
chore-away-line = { $who } : du { $from } au { $until }
chore-away-remove = Retirer
chore-set-up = « { $name } » se fait désormais à tour de rôle.
chore-edited = « { $name } » est modifiée. Les tours commencés restent tels quels.
chore-ended = « { $name } » est terminée.
chore-called = Un tour de « { $name } » est demandé. Qui l’a est averti.
chore-skipped = Un tour de « { $name } » est annulé.
chore-ticked = « { $name } » : c’est fait. Merci.
chore-swap-sent = Votre demande est faite. Vous serez averti de la réponse.
chore-swap-agreed = Vous avez accepté.
chore-swap-declined = Vous avez refusé.
chore-swap-back = C’est repris.
chore-away-entered = Vos jours sont inscrits. Les tours de ces jours vont à d’autres.
chore-away-taken-back = Ces jours sont retirés. Les tours donnés à d’autres leur restent.

# ---- le formulaire ----

field-chore-title = Ce qu’il faut faire
field-often = À quel rythme
field-every = Chaque combien
hint-every = 1 pour chaque semaine, 2 pour une semaine sur deux
field-weekdays = Ces jours de la semaine
field-day-kind = Quel jour du mois
hint-day-kind = Pour les corvées par mois ou par année.
field-month-day = Le jour, de 1 à 31
hint-month-day = 29, 30 et 31 veulent dire le dernier jour d’un mois plus court.
field-nth-weekday = Le jour de la semaine
field-in-month = Quel mois
hint-in-month = Pour les corvées par année.
field-season-from = Saison, du mois
field-season-to = Saison, au mois
field-ends = Fin
field-ends-on-day = Le dernier jour
field-times = Combien de fois
field-first-on = À partir du
field-strategy = Comment trouver qui vient ensuite
field-look-back = Combien de mois compter
field-period = Pour combien de temps
field-period-turns = Combien de tours
field-pool-of = À tour de rôle entre
field-pool = Qui participe
field-swap-with = Contre quel tour
field-begins-with = Qui commence
hint-begins-with = Qui viendrait ensuite sur la liste que vous teniez jusqu’ici.
field-stand-in = Qui pourrait remplacer
field-skip-why = Pourquoi, en quelques mots que tout le monde lit
field-away-who = Qui s’absente
field-away-from = Du
field-away-until = Jusqu’au, ce jour compris
chore-often-days = jours
chore-often-weeks = semaines
chore-often-months = mois
chore-often-years = ans
chore-often-called = seulement sur appel
chore-day-day = un jour par son numéro
chore-day-last-day = le dernier jour
chore-day-1 = le premier …
chore-day-2 = le deuxième …
chore-day-3 = le troisième …
chore-day-4 = le quatrième …
chore-day-last = le dernier …
chore-ends-never = jamais
chore-ends-on = un certain jour
chore-ends-after = après un certain nombre de fois
chore-pool-unit = Les logements
chore-pool-unit-help = Toutes les personnes du logement partagent le tour.
chore-pool-member = Les personnes
chore-pool-member-help = Chaque personne pour elle-même.
chore-strategy-in-order = Dans l’ordre
chore-strategy-in-order-help = Qui s’est absenté rattrape ensuite.
chore-strategy-in_order = dans l’ordre
chore-strategy-least-effort = Le moins d’effort
chore-strategy-least-effort-help = Qui a eu le moins d’heures ces derniers temps.
chore-strategy-least_effort = le moins d’effort
chore-strategy-random = Au sort
chore-strategy-random-help = Jamais deux fois de suite.
chore-strategy-nobody = Personne
chore-strategy-nobody-help = Qui arrive en premier. Cela reste ainsi après chaque tour.
chore-period-turns = un nombre de tours
chore-period-week = une semaine
chore-period-month = un mois
wrong-chore-interval = Entrez un nombre à partir de 1 : jusqu’à 366 jours, 52 semaines, 24 mois ou 10 ans.
wrong-chore-weekdays = Choisissez au moins un jour de la semaine.
wrong-chore-never = Ce jour n’existe pas. Choisissez-en un autre.
wrong-chore-more-than-daily = Une corvée revient au plus une fois par jour.
wrong-chore-too-far = Entrez un jour entre l’an 2000 et l’an 2100.
wrong-chore-ends-before = La fin vient avant le début. Entrez un jour plus tardif.
wrong-chore-times = Entrez un nombre de 1 à 1 000.
wrong-chore-season = Choisissez les deux mois de la saison, ou aucun.
wrong-chore-not-offered = Une corvée ne peut pas revenir ainsi.
wrong-chore-unreadable = Cette règle est illisible.
wrong-chore-pool = Choisissez qui participe, ou laissez la corvée à qui arrive en premier.
wrong-chore-begins = Choisissez quelqu’un qui participe.
wrong-swap-turn = Ce tour ne peut plus être échangé. Choisissez-en un autre.
wrong-swap-self = C’est le vôtre. Choisissez quelqu’un d’autre.
wrong-away-long = Entrez un an au plus. Pour plus longtemps, demandez un congé.
wrong-away-day = Entrez un jour entre les deux derniers mois et les deux prochaines années.
conflict-chore-over = Cette corvée est terminée.
conflict-turn-closed = Ce tour est déjà fermé, ou n’a pas commencé.
conflict-turn-today = Il y a déjà un tour aujourd’hui.
conflict-swap-asked = Une demande est déjà faite pour ce tour.
conflict-swap-over = Cet échange ne peut plus changer : il a reçu sa réponse, ou les tours ont changé.

# ---- ailleurs ----

event-chore-set-up = a créé une corvée
event-chore-edited = a modifié une corvée
event-chore-ended = a terminé une corvée
event-turn-skipped = a annulé un tour
event-turn-called = a demandé un tour
event-turn-ticked = a dit qu’un tour est fait
event-swap-asked = a demandé à quelqu’un de prendre un tour
event-swap-accepted = a accepté de prendre un tour
event-swap-refused = a refusé de prendre un tour
event-swap-withdrawn = a repris un échange
event-absence-entered = a inscrit des jours d’absence
event-absence-taken-back = a retiré des jours d’absence
notice-chore-swap-asked = On vous demande de prendre un tour
notice-chore-swap-asked-help = Quand quelqu’un vous propose, à vous ou à votre logement, un échange ou un remplacement.
notice-chore-swap-asked-subject = Pouvez-vous prendre un tour? { $name }
notice-chore-swap-asked-line = On vous demande de prendre un tour. Répondez oui ou non à sa page.
notice-chore-swap-answered = Un échange reçoit sa réponse
notice-chore-swap-answered-help = Quand quelqu’un accepte ou refuse un échange, ou le reprend.
notice-chore-swap-answered-subject = Votre échange : { $name }
notice-chore-swap-answered-line = L’échange a reçu sa réponse, ou a été repris. Sa page dit où il en est.
departure-chores =
    { $count ->
        [one] Une corvée ne lui revient plus. Ses tours vont à d’autres.
       *[other] { $count } corvées ne lui reviennent plus. Ses tours vont à d’autres.
    }
departure-chores-lost =
    { $count ->
        [one] la place dans une corvée, modifiée ou terminée entre-temps.
       *[other] la place dans { $count } corvées, modifiées ou terminées entre-temps.
    }
committee-closing-chores =
    { $count ->
        [0] Il n’a pas de corvée.
        [one] Sa corvée passe à la coopérative.
       *[other] Ses { $count } corvées passent à la coopérative.
    }
nav-chores = Corvées
search-chores = Corvées
everything-chores = Corvées qui lui reviennent à tour de rôle
everything-turns = Tours de corvée
everything-absences = Jours d’absence
everything-swaps = Échanges de tours
work-plan-chores = la planification des tours de corvée
fact-first-on = À partir du
fact-rule = Quels jours
fact-strategy = Tour de rôle
fact-period = Gardé pendant
fact-state = Où cela en est
nav-help-chores = Ce qui revient, et à qui le tour
audit-about-chore = Corvée
audit-about-turn = Tour de corvée
audit-about-absence = Jours d’absence
