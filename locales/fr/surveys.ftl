# Sondages : la satisfaction des gens.

nav-surveys = Sondages
nav-help-surveys = Ce que les gens d’ici pensent, demandé sans noms
surveys-title = Sondages
surveys-lede = De temps en temps, la coop demande à tout le monde comment ça va. Personne ne peut voir qui a dit quoi.
surveys-drafts = Brouillons
surveys-no-drafts = Aucun brouillon.
surveys-open = Ouverts en ce moment
surveys-none-open = Aucun sondage n’est ouvert.
surveys-over = Résultats
surveys-none-over = Il n’y a pas encore de résultats.
survey-ready-title = Votre satisfaction
survey-ready-help = Un sondage prêt à servir : cinq questions sur la vie dans la coop et une pour les mots de chacun, en français et en anglais. Vous pouvez le modifier avant de l’ouvrir.
survey-ready-use = Prendre ce sondage
survey-ready-intro = Quelques questions sur notre vie ensemble. Il faut environ cinq minutes. Ce que vous dites nous aide à voir ce qui va bien et ce qui va moins bien.
survey-ready-overall = Dans l’ensemble, quelle est votre satisfaction de vivre ici?
survey-ready-upkeep = Quelle est votre satisfaction quant à l’entretien de l’immeuble?
survey-ready-heard = Quelle est votre satisfaction quant à la façon dont la coop vous écoute?
survey-ready-neighbours = Quelle est votre satisfaction quant à l’entente entre voisins?
survey-ready-meetings = Quelle est votre satisfaction quant à nos assemblées?
survey-ready-words = Que devrions-nous faire en premier?
survey-until = Ouvert jusqu’à la fin de la journée du { $day }.
survey-ended = Terminé le { $day }.
survey-rate = { $answered } personnes sur { $asked } ont répondu.
survey-of-all = { $answered } sur { $asked }
survey-place = Question { $number } de { $count }
survey-scale-1 = Grande insatisfaction
survey-scale-2 = Insatisfaction
survey-scale-3 = Ni l’une ni l’autre
survey-scale-4 = Satisfaction
survey-scale-5 = Grande satisfaction
survey-status-draft = Brouillon
survey-status-open = Ouvert
survey-status-closed = Terminé
survey-status-uncounted = Ne peut pas être compté
survey-own-answered = Vous avez répondu.
survey-own-unanswered = Sans réponse
survey-own-waits = On attend votre réponse
survey-answer = Répondre
survey-final = Ce que vous avez dit est scellé. Personne ne peut le modifier ni le lire, pas même vous.
survey-not-asked = Vous n’êtes pas parmi les personnes à qui ce sondage s’adresse.
survey-results-later = Les résultats viennent après la fin, jamais avant, pour que personne ne puisse deviner ce qu’une personne a dit.
survey-secret = Personne ne peut voir ce que vous dites.
survey-secret-how = Vos réponses sont scellées et mêlées à celles de tout le monde. La coop peut voir qui a répondu, pour ne pas le lui rappeler, mais jamais ce qui a été dit. Si vous écrivez quelque chose avec vos mots, quelqu’un le lit avant les autres. N’écrivez pas votre nom, s’il vous plaît.
survey-secret-link = Comment les réponses sont scellées
survey-words-hint = Avec vos mots, 500 caractères au plus. N’écrivez ni votre nom ni le numéro de votre porte.
survey-choices-hint = Choisissez-en autant que vous voulez.
survey-send-title = Avant d’envoyer
survey-send-help = On peut répondre une seule fois. Une fois envoyées, vos réponses ne peuvent être ni modifiées ni reprises.
survey-send = Envoyer mes réponses
survey-is-answered = Merci. Vos réponses sont scellées.
survey-conflict-already = Vous avez déjà répondu. Rien n’a été changé.
survey-conflict-late = Ce sondage est terminé. On ne peut plus y répondre.
survey-manage = Pour les responsables des sondages
survey-next = Le prochain tour s’ouvre de lui-même le { $day }.
survey-stop = Ne plus ouvrir d’autres tours
survey-is-stopped = Plus aucun tour ne s’ouvre de lui-même.
survey-copy = L’utiliser de nouveau
survey-is-copied = Voici un nouveau brouillon avec les mêmes questions.
survey-close = Terminer le sondage plus tôt
survey-close-help = Personne ne peut plus répondre, et les résultats sont comptés. On ne peut pas revenir en arrière.
survey-close-act = Le terminer maintenant
survey-is-closed = Le sondage est terminé.
survey-try = Essayer de nouveau de le compter
survey-try-help = Si la personne qui s’occupe du serveur a remis la clé en place, il peut encore être compté. Après 30 jours, les réponses scellées sont détruites sans avoir été lues.
survey-new-title = Rédiger un sondage
survey-edit-title = Modifier le sondage
survey-edit = Modifier
survey-back = Retour au sondage
survey-form-lede = Écrivez dans une langue ou dans les deux. Si l’une est laissée vide, tout le monde lit l’autre.
survey-is-written = Le brouillon est enregistré. Seuls les responsables des sondages le voient.
survey-is-saved = Le sondage est enregistré.
survey-is-removed = Le brouillon n’existe plus.
survey-questions = Questions
survey-no-questions = Il n’y a pas encore de questions.
survey-question-title = Modifier la question
survey-question-new-title = Ajouter une question
survey-question-added = La question est ajoutée.
survey-question-saved = La question est enregistrée.
survey-question-removed = La question est retirée.
survey-question-moved = La question est montée.
survey-question-up = Monter
survey-question-remove = Retirer
survey-kind-scale = La satisfaction d’une personne
survey-kind-scale-help = Cinq réponses, de la grande insatisfaction à la grande satisfaction.
survey-kind-choice = Une réponse parmi plusieurs
survey-kind-choice-help = Vous écrivez les réponses plus bas.
survey-kind-choices = Autant de réponses qu’on veut
survey-kind-choices-help = Vous écrivez les réponses plus bas, et chacun en coche autant qu’il veut.
survey-kind-text = Avec les mots de chacun
survey-kind-text-help = Les autres voient ce que les gens écrivent seulement une fois que c’est lu et publié.
survey-is-required = réponse obligatoire
survey-is-optional = réponse facultative
survey-is-overall = mesure l’objectif de la coop
survey-every-0 = Une seule fois.
survey-every-3 = De nouveau tous les 3 mois.
survey-every-6 = De nouveau tous les 6 mois.
survey-every-12 = De nouveau tous les 12 mois.
survey-go = L’ouvrir
survey-go-help = Le sondage s’adresse à chaque membre et à chaque adulte qui vit ici, et chacun reçoit un message. Une fois ouvert, on ne peut plus rien y changer.
survey-preview-title = Comme les résidents le verront
survey-preview-help = Rien ne peut être envoyé d’ici.
survey-open-act = Ouvrir le sondage
survey-is-opened = Le sondage est ouvert, et tout le monde est avisé.
survey-remove = Jeter le brouillon
survey-remove-help = Le brouillon et ses questions disparaissent pour de bon.
survey-remove-act = Le jeter
survey-overall = Satisfaction générale
survey-of-five = { $mean } sur 5
survey-goal-reached = L’objectif de la coop est { $goal } sur 5 : il est atteint.
survey-goal-missed = L’objectif de la coop est { $goal } sur 5 : il n’est pas atteint.
survey-change-better = Mieux qu’au tour précédent, qui donnait { $mean } sur 5.
survey-change-same = Comme au tour précédent : { $mean } sur 5.
survey-change-worse = Moins bien qu’au tour précédent, qui donnait { $mean } sur 5.
survey-given =
    { $count ->
        [0] Personne n’a répondu à cette question.
        [one] Une personne a répondu à cette question.
       *[other] { $count } personnes ont répondu à cette question.
    }
survey-several = On pouvait choisir plus d’une réponse.
survey-percent = { $number } %
survey-few = Moins de { $count } personnes ont répondu. Pour les protéger, rien n’a été ouvert et rien n’est montré.
survey-few-here = Moins de { $count } personnes ont répondu à cette question. Pour les protéger, leurs réponses ne sont pas montrées.
survey-not-shown = Non montrée
survey-uncounted = Ce sondage ne peut pas être compté.
survey-failed-key = La clé qui scelle les réponses manque sur le serveur. Personne n’a lu les réponses.
survey-failed-damaged = Une partie de ce qui était scellé n’a pas pu être lue. Pour ne pas montrer un résultat faux, rien n’a été compté.
survey-failed-restored = Le serveur a été ramené à un jour précédent, et des réponses manquent. Pour ne pas montrer un résultat faux, rien n’a été compté.
survey-rounds = Tous les tours
survey-rounds-help = Chaque tour s’adresse à tous ceux qui vivent ici à ce moment-là; ce ne sont pas toujours les mêmes personnes.
survey-round = Tour { $number }
survey-column-question = Question
survey-column-answer = Réponse
survey-column-count = Personnes
survey-column-percent = Part
survey-column-mean = Moyenne, sur 5
survey-column-round = Tour
survey-column-day = Dernier jour
survey-column-rate = Ont répondu
survey-download = Les résultats en fichier
survey-comments-title = Commentaires du sondage
survey-comments-lede = Lisez ce que les gens ont écrit avant les autres. L’ordre est tiré au sort, et rien ne dit qui a écrit quoi. Retenez ce qui blesse quelqu’un ou trahit qui l’a écrit. Tout le monde peut lire pourquoi.
survey-comments-new = À lire
survey-comments-none = Tout est lu.
survey-comments-settled = Lus
survey-comments-lot = L’ordre des commentaires est tiré au sort.
survey-comments-wait =
    { $count ->
        [one] Un commentaire à lire : { $name }
       *[other] { $count } commentaires à lire : { $name }
    }
survey-comments-unread =
    { $count ->
        [one] Un commentaire n’est pas encore lu.
       *[other] { $count } commentaires ne sont pas encore lus.
    }
survey-unread =
    { $count ->
        [one] Un commentaire est à lire
       *[other] { $count } commentaires sont à lire
    }
survey-standing-released = Publié
survey-comment-held = Un commentaire est retenu : { $why }
survey-comment-release = Le publier
survey-comment-hold = Le retenir
survey-comment-hold-act = Le retenir
survey-comment-is-released = Tout le monde peut maintenant lire ce commentaire.
survey-comment-is-held = Le commentaire est retenu.
survey-home-until = Vous pouvez répondre jusqu’à la fin de la journée du { $day }.
survey-wrong-required = Répondez à cette question, s’il vous plaît.
survey-wrong-nothing = Répondez à au moins une question, s’il vous plaît.
survey-wrong-past = Ce jour est passé.
survey-wrong-far = Un sondage est ouvert pendant 60 jours au plus.
survey-wrong-words = Cinq questions au plus peuvent demander les mots de chacun.
survey-wrong-many = Un sondage a 20 questions au plus.
survey-wrong-few = Écrivez au moins deux réponses, une par ligne.
survey-wrong-choices = Il peut y avoir 12 réponses au plus.
survey-wrong-long = Une réponse a 120 caractères au plus.
survey-wrong-lines = Écrivez autant de réponses en français qu’en anglais, dans le même ordre.
survey-wrong-overall = Seule une question sur la satisfaction peut mesurer l’objectif.
survey-conflict-opened = Ce sondage a été ouvert. On ne peut plus le modifier.
survey-conflict-closed = Ce sondage n’est pas ouvert.
survey-conflict-empty = Ajoutez d’abord une question.
survey-conflict-day = Son dernier jour est passé, ou il est dans plus de 60 jours. Changez d’abord ce jour.
survey-conflict-nobody = Il n’y a personne à qui demander : le registre est encore vide.
survey-conflict-settings = La base de données noterait qui répond quoi. La personne qui s’occupe du serveur doit d’abord changer cela.
survey-conflict-keep = La clé du sondage n’a pas pu être enregistrée sur le serveur. Rien n’a été ouvert. Dites-le à la personne qui s’occupe du serveur.
survey-conflict-uncounted = Il ne peut toujours pas être compté.
survey-conflict-once = Plus aucun tour ne s’ouvre de lui-même.
field-survey-title-en = Titre en anglais
field-survey-title-fr = Titre en français
field-survey-intro-en = Introduction en anglais
hint-survey-intro-en = Pourquoi vous demandez, et ce qu’on fera des réponses.
field-survey-intro-fr = Introduction en français
field-survey-ends-on = Dernier jour
hint-survey-ends-on = Le sondage se termine de lui-même à la fin de cette journée.
field-survey-every = À quelle fréquence
hint-survey-every = Le prochain tour s’ouvre de lui-même, avec les mêmes questions, jusqu’à ce que vous l’arrêtiez.
field-survey-text-en = Question en anglais
field-survey-text-fr = Question en français
field-survey-kind = Comment on y répond
field-survey-choices-en = Réponses en anglais
hint-survey-choices-en = Une par ligne. Seulement pour les questions avec des réponses à choisir.
field-survey-choices-fr = Réponses en français
hint-survey-choices-fr = Une par ligne, dans le même ordre.
field-survey-required = Il faut y répondre
field-survey-overall = Elle mesure l’objectif de la coop
hint-survey-overall = Une question par sondage : la satisfaction dans l’ensemble. L’objectif est 4 sur 5.
field-survey-why = Pourquoi il est retenu
hint-survey-why = Tout le monde peut lire ceci. Ne répétez pas ce que dit le commentaire.
fact-intro-en = Introduction en anglais
fact-intro-fr = Introduction en français
fact-survey-asked = Personnes interrogées
fact-survey-answered = Personnes qui ont répondu
fact-survey-questions = Questions
fact-survey-failed = Pourquoi il ne peut pas être compté
fact-survey-own = Votre réponse
fact-round = Tour
everything-surveys = Sondages où l’on vous a demandé de répondre
departure-surveys =
    { $count ->
        [one] La personne reste parmi celles à qui un sondage ouvert s’adresse. Si elle a répondu, sa réponse compte.
       *[other] La personne reste parmi celles à qui { $count } sondages ouverts s’adressent. Si elle a répondu, ses réponses comptent.
    }
kept-surveys = À qui un sondage s’adressait, et qui y a répondu
kept-surveys-for =
    { $months ->
        [one] Un mois après sa fin. Ce qu’une personne a dit n’est jamais gardé avec son nom
       *[other] { $months } mois après sa fin. Ce qu’une personne a dit n’est jamais gardé avec son nom
    }
search-surveys = Sondages
work-survey-close = Dépouillement d’un sondage
work-survey-destroy-key = Destruction de la clé d’un sondage
due-survey = Prochain tour du sondage : { $name }
due-survey-who = Il s’ouvre de lui-même
attention-survey-comments =
    { $count ->
        [one] Un commentaire d’un sondage est à lire.
       *[other] { $count } commentaires de sondages sont à lire.
    }
attention-survey-comments-act = Les lire
attention-survey-drafts =
    { $count ->
        [one] Le brouillon d’un sondage n’est pas ouvert depuis une semaine.
       *[other] { $count } brouillons de sondages ne sont pas ouverts depuis une semaine.
    }
attention-survey-drafts-act = Voir les brouillons
attention-surveys-uncounted =
    { $count ->
        [one] Un sondage ne peut pas être compté.
       *[other] { $count } sondages ne peuvent pas être comptés.
    }
attention-surveys-uncounted-act = Voir pourquoi
notice-survey-opened = Un sondage s’ouvre
notice-survey-opened-help = Quand on vous demande comment ça va dans la coop.
notice-survey-opened-line = La coop aimerait savoir ce que vous pensez. Personne ne voit qui dit quoi.
notice-survey-opened-subject = Un sondage : { $name }
notice-survey-reminder = Un sondage se termine bientôt
notice-survey-reminder-help = Deux jours avant la fin, si vous n’avez pas répondu.
notice-survey-reminder-line = Ce sondage se termine bientôt, et vous n’avez pas encore répondu.
notice-survey-reminder-subject = Se termine bientôt : { $name }
notice-survey-closed = Les résultats d’un sondage
notice-survey-closed-help = Quand un sondage qui s’adressait à vous est terminé.
notice-survey-closed-line = Le sondage est terminé. Voyez ce qu’il a donné.
notice-survey-closed-subject = Résultats du sondage : { $name }
notice-survey-uncounted = Un sondage ne peut pas être compté
notice-survey-uncounted-help = Quand les réponses ne peuvent pas être lues.
notice-survey-uncounted-line = Ce sondage est terminé, mais ses réponses ne peuvent pas être lues. Aucun résultat n’est montré.
notice-survey-uncounted-subject = Le sondage ne peut pas être compté : { $name }
audit-about-survey = Sondages
event-survey-written = a rédigé un sondage
event-survey-changed = a modifié un sondage
event-survey-asked = a modifié les questions d’un sondage
event-survey-removed = a jeté le brouillon d’un sondage
event-survey-opened = a ouvert un sondage
event-survey-reminded = a rappelé un sondage à ceux qui n’y ont pas répondu
event-survey-closed = a compté un sondage terminé
event-survey-uncounted = n’a pas pu compter un sondage
event-survey-stopped = a arrêté les tours d’un sondage
event-survey-comment-released = a publié un commentaire d’un sondage
event-survey-comment-held = a retenu un commentaire d’un sondage
