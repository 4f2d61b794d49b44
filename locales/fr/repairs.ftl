# Les demandes de réparation. Qui en lit une se dit avant l’envoi.
repairs-title = Réparations
repairs-seen = Une demande est lue par les personnes du logement, par qui s’en occupe et par les responsables des réparations. Personne d’autre ne la voit.
nav-repairs = Réparations
nav-help-repairs = Ce qui est brisé, et qui vient
repair-ask = Demander une réparation
repairs-to-deal = À traiter
repairs-own = Les vôtres et celles de votre logement
repairs-past = Fermées
repairs-none = Vous n’avez aucune demande ouverte. Quand quelque chose est brisé, chez vous ou dans l’immeuble, dites-le ici.
repairs-none-found = Aucune demande ne correspond. Essayez un autre filtre.
repairs-none-to-deal = Rien n’est ouvert. Tout est réglé.
repairs-more = Seules les { $count } premières sont affichées. Filtrez pour voir les autres.
repairs-status = Où elle en est
repairs-urgency = Urgence
repairs-who = Qui s’en occupe
repairs-open = Toutes celles qui sont ouvertes
repairs-any = Toutes les urgences
repairs-anybody = Tout le monde
repair-nobody = Personne pour l’instant
repair-number-asked = Nº { $number }, demandée { $when }
repair-dealt-by = { $name } s’en occupe
repair-closed-on = fermée { $when }
repair-in-home = Logement { $home }, { $place }
repair-in-common = Lieu commun : { $place }
repair-home = Logement { $home }
repair-common = Un lieu commun de l’immeuble
repair-status-sent = Envoyée
repair-status-seen = Quelqu’un s’en occupe
repair-status-planned = Visite prévue
repair-status-repaired = Réparé
repair-status-closed_without = Fermée sans réparation
repair-status-withdrawn = Retirée
repair-urgency-now = Tout de suite
repair-urgency-soon = Bientôt
repair-urgency-whenever = Peut attendre
repair-urgency-means-now = Quelqu’un est en danger, ou il n’y a plus d’eau, de chauffage ou de courant.
repair-urgency-means-soon = Cela empire, ou cela vous manque tous les jours.
repair-urgency-means-whenever = Cela peut attendre que quelqu’un passe.
repair-visit-day = { $day }
repair-visit-between = { $day }, entre { $from } et { $to }
repair-visit-from = { $day }, à partir de { $from }
repair-visit-until = { $day }, avant { $to }

repair-new-title = Demander une réparation
repair-edit-title = Changer ce que dit votre demande
repair-danger = En cas de danger, appelez d’abord le 911. Si cela ne peut pas attendre, écrivez ici et appelez aussi
repair-access-title = Pour entrer
repair-access-help = Seules les personnes de votre logement et celle qui vient lisent ceci. C’est effacé quand la demande est fermée. Laissez vide pour un lieu commun, ou si vous le direz plus tard.
repair-access-seen = Seules les personnes du logement et celle qui vient voient ceci. C’est effacé quand la demande est fermée.
repair-access-give = Dire comment entrer
repair-access-change = Changer comment entrer
repair-access-confirm = Oui, c’est toujours vrai
repair-access-given = C’est enregistré. Seules les personnes de votre logement et celle qui vient le voient.
repair-confirm-asked = La visite a changé de moment. Regardez si ce que vous avez dit pour entrer est toujours vrai.
repair-not-confirmed = La visite a changé de moment, et le logement n’a pas encore confirmé que ceci est toujours vrai. Demandez avant d’entrer.
repair-enter-none = Je ne le dis pas maintenant
repair-enter-yes = Vous pouvez entrer quand il n’y a personne
repair-enter-when_home = Seulement quand quelqu’un est là
repair-readers = Qui lira ceci
repair-reads-home = Si c’est pour le logement { $home } : les personnes qui y habitent maintenant. Qui y emménage plus tard ne la verra pas.
repair-reads-homes = Si c’est pour un logement : les personnes qui y habitent maintenant. Qui y emménage plus tard ne la verra pas.
repair-reads-leads = { $names }, responsables du comité « { $committee } », qui s’occupe des réparations.
repair-reads-common = Si c’est pour un lieu commun : tout le comité « { $committee } ».
repair-reads-office = { $names }, qui gèrent les réparations pour la coop.
repair-reads-comes = La personne à qui on demande de venir.
repair-reads-access = Comment entrer n’est lu que par les personnes du logement et par celle qui vient.
repair-photos-later = Vous pourrez ajouter des photos une fois la demande envoyée.
repair-send = Envoyer la demande
repair-asked = Votre demande est envoyée. Vous pouvez maintenant ajouter des photos, et vous voyez ici ce qu’elle devient.
repair-saved = Votre demande est modifiée. Ce qu’elle disait avant a disparu.
repair-back = Retour à la demande

repair-who-sees = Seules les personnes du logement, qui s’en occupe et les responsables des réparations voient cette page.
repair-number = Numéro
repair-where = Où
repair-asked-by = Demandée par
repair-visit = Visite
repair-closed = Fermée
repair-done = Ce qui a été fait
repair-why-without = Pourquoi elle a été fermée sans réparation
repair-visit-over = Le jour de la visite est passé. Fermez la demande, ou prévoyez une autre visite.
repair-next = La suite
repair-take = Je m’en occupe
repair-taken = Vous vous occupez de cette demande.
repair-plan = Prévoir une visite
repair-plan-act = Prévoir cette visite
repair-planned = La visite est prévue, et le logement est averti.
repair-close = Fermer la demande
repair-close-act = Fermer la demande
repair-closing-repaired = Cela fonctionne de nouveau.
repair-closing-closed_without = Personne ne l’a réparé. Vous dites pourquoi.
repair-is-repaired = La demande est fermée : réparé.
repair-is-closed = La demande est fermée sans réparation.
repair-hand-over = La confier à quelqu’un d’autre
repair-hand-over-act = Confier la demande
repair-given = La demande est confiée.
repair-make-task = En faire une tâche
repair-make-task-help = Tout le monde voit les tâches. Seuls le titre et le comité sont repris : enlevez du titre ce que tout le monde ne doit pas lire.
repair-not-fixed = Ce n’est pas réparé
repair-still-needed = Il le faut tout de même
repair-reopen = Rouvrir la demande
repair-reopened = La demande est rouverte, et qui s’en occupe est averti.
repair-photos = Photos
repair-edit = Changer ce qu’elle dit
repair-withdraw = Retirer la demande
repair-withdrawn = Votre demande est retirée.
repair-history = Ce qui s’est passé
repair-history-asked =
    { $urgency ->
        [none] { $actor } a demandé une réparation.
       *[other] { $actor } a demandé une réparation : { $urgency }.
    }
repair-history-changed =
    { $urgency ->
        [none] { $actor } a changé ce que dit la demande.
       *[other] { $actor } a changé l’urgence : { $urgency }.
    }
repair-history-taken = { $actor } s’en occupe.
repair-history-given =
    { $name ->
        [none] { $actor } l’a rendue : personne ne s’en occupe pour l’instant.
       *[other] { $actor } l’a confiée à { $name }.
    }
repair-history-planned = { $actor } a prévu une visite ({ $name }) : { $visit }.
repair-history-repaired = { $actor } l’a fermée, réparé : { $outcome }
repair-history-closed-without = { $actor } l’a fermée sans réparation : { $outcome }
repair-history-withdrawn = { $actor } l’a retirée.
repair-history-reopened = { $actor } l’a rouverte.
repair-history-freed = Qui s’en occupait a quitté la coop. Personne ne s’en occupe pour l’instant.
repair-history-given-back = { $name } s’en occupe de nouveau.
repair-history-access-given = { $actor } a dit comment entrer.
repair-history-discussion-closed = { $actor } a clos la discussion.
repair-history-discussion-reopened = { $actor } a rouvert la discussion.

repairs-settings-title = Réparations
repairs-no-committee = Aucun comité : les personnes qui gèrent les réparations
repairs-settled = C’est enregistré.
home-repair-visit = Réparation : visite { $day }.
home-repair = Une demande de réparation.
files-lede-repair = Qui voit la demande peut ouvrir ses photos. Vous pouvez retirer une photo à vous : elle disparaît pour de bon, avec ce que vous en aviez écrit.

field-repair-home = Logement ou lieu commun
field-repair-place = Où exactement
hint-repair-place = Par exemple : salle de bain, évier de la cuisine, buanderie.
field-repair-title = Ce qui est brisé
hint-repair-title = Quelques mots. N’écrivez ici ni nom ni numéro de téléphone.
field-repair-details = Ce que vous voyez, entendez ou sentez
hint-repair-details = Depuis quand, et ce que vous avez essayé. Vous pourrez changer ou enlever ces mots plus tard.
field-urgency = Quelle est l’urgence
field-access-enter = Quelqu’un peut-il entrer
field-access-times = Moments qui vous conviennent
hint-access-times = Par exemple : en semaine après 16 h.
field-access-pets = Animaux
field-access-way-in = La clé ou l’alarme
hint-access-way-in = Où est la clé, ou le code d’une alarme.
field-dealer = Qui s’en occupe
hint-dealer = La personne est avertie et voit la demande. Elle voit comment entrer, et vous ne le voyez plus.
field-visit-on = Jour de la visite
field-visit-from = De
field-visit-to = À
field-repair-how = Comment cela finit
field-repair-outcome = Ce qui a été fait, ou pourquoi elle est fermée sans réparation
hint-repair-outcome = Le logement lit ceci, et cela reste dans l’histoire de la demande.
field-not-fixed = Ce qui ne va toujours pas
hint-not-fixed = Qui s’en occupe lit ceci dans la discussion ci-dessous. Vous pouvez le retirer.
field-repairs-committee = Comité qui s’occupe des réparations
hint-repairs-committee = Ses responsables voient toutes les demandes; ses membres voient celles des lieux communs et celles qu’on leur confie. Personne d’autre au comité ne voit les demandes des logements.
wrong-repair-enter = Choisissez si quelqu’un peut entrer.
wrong-repair-access-common = Ceci concerne un logement. Choisissez un logement plus haut, ou laissez vide pour un lieu commun.
wrong-repair-day-over = Ce jour est passé. Choisissez aujourd’hui ou un jour à venir.
wrong-repair-visit-order = La fin doit venir après le début.
wrong-repair-nobody = Dites d’abord qui s’en occupe : cette personne vient.
conflict-repair-closed = Cette demande est fermée. Rouvrez-la d’abord.
conflict-repair-open = Cette demande est déjà ouverte.
comment-wrong-strangers = Cette page n’est pas pour tout le monde, et ces personnes ne la voient pas : { $limit }. Votre commentaire n’a pas été envoyé, et personne n’a été averti. Enlevez le @, ou confiez-leur d’abord la demande.

event-repair-asked = a demandé une réparation
event-repair-changed = a modifié une demande de réparation
event-repair-taken = s’occupe d’une demande de réparation
event-repair-given = a confié une demande de réparation
event-repair-planned = a prévu une visite pour une réparation
event-repair-repaired = a fermé une demande de réparation, réparé
event-repair-closed-without = a fermé une demande sans réparation
event-repair-withdrawn = a retiré une demande de réparation
event-repair-reopened = a rouvert une demande de réparation
event-repair-freed = a libéré une demande de réparation d’une personne partie
event-repair-given-back = a rendu une demande de réparation
event-repair-access-given = a dit comment entrer pour une réparation
event-repair-discussion-closed = a clos la discussion d’une demande de réparation
event-repair-discussion-reopened = a rouvert la discussion d’une demande de réparation
event-repairs-settled = a changé le comité qui s’occupe des réparations
audit-about-repair = Réparations
fact-dealer-id = Numéro, dans ce programme, de qui s’en occupe
fact-words = Mots
fact-repair-closed-at = Fermée le
fact-place = Lieu
everything-repairs = Réparations que vous avez demandées
kept-repairs = Demandes de réparation
kept-repairs-for = Tant que la coop existe; vos mots disparaissent des vôtres une fois que vous êtes effacé
kept-repair-access = Comment entrer dans un logement pour une réparation
kept-repair-access-for = Jusqu’à la fermeture de la demande
departure-repairs =
    { $count ->
        [one] Une demande de réparation ouverte n’a plus personne pour s’en occuper.
       *[other] { $count } demandes de réparation ouvertes n’ont plus personne pour s’en occuper.
    }
departure-repairs-lost =
    { $count ->
        [one] une demande de réparation, que quelqu’un a prise ou fermée entre-temps.
       *[other] { $count } demandes de réparation, que quelqu’un a prises ou fermées entre-temps.
    }
attention-repairs-urgent =
    { $count ->
        [one] Une réparation urgente n’a personne pour s’en occuper
       *[other] { $count } réparations urgentes n’ont personne pour s’en occuper
    }
attention-repairs-urgent-act = Voir qui peut y aller
attention-repairs-unseen =
    { $count ->
        [one] Une demande de réparation attend quelqu’un
       *[other] { $count } demandes de réparation attendent quelqu’un
    }
attention-repairs-unseen-act = Trouver quelqu’un

notice-repair-urgent = Une réparation urgente
notice-repair-urgent-help = Tout de suite, quand quelqu’un est en danger ou n’a plus d’eau, de chauffage ou de courant, et que vous êtes responsable des réparations.
notice-repair-urgent-subject = Réparation urgente : { $name }
notice-repair-urgent-line =
    { $by ->
        [none] Cette demande urgente n’a personne pour s’en occuper.
       *[other] { $by } demande une réparation qui ne peut pas attendre.
    }
notice-repair-asked = Une demande de réparation
notice-repair-asked-help = Quand il en arrive une, ou qu’une n’a personne pour s’en occuper, et que vous êtes responsable des réparations.
notice-repair-asked-subject = Une demande de réparation : { $name }
notice-repair-asked-line =
    { $by ->
        [none] Cette demande n’a personne pour s’en occuper.
       *[other] { $by } demande une réparation.
    }
notice-repair-step = Votre demande de réparation avance
notice-repair-step-help = Quand quelqu’un s’occupe d’une demande à vous ou à votre logement, prévoit une visite, ou la ferme.
notice-repair-step-subject = Votre demande de réparation : { $name }
notice-repair-step-line =
    { $happened ->
        [taken] Quelqu’un s’en occupe maintenant.
        [given] La personne qui s’en occupe a changé.
        [planned] Une visite est prévue. Sa page dit quand, et si vous devez confirmer comment entrer.
        [repaired] Elle est fermée : réparé. Si ce ne l’est pas, dites-le sur sa page.
        [closed_without] Elle est fermée sans réparation. Sa page dit pourquoi.
       *[reopened] Elle est rouverte.
    }
notice-repair-dealing = Une demande dont vous vous occupez
notice-repair-dealing-help = Quand quelqu’un vous confie une demande, prévoit une visite pour vous, retire une demande dont vous vous occupez, ou dit comment entrer.
notice-repair-dealing-subject = À vous de vous en occuper : { $name }
notice-repair-dealing-line =
    { $happened ->
        [given] Cette demande vous est confiée.
        [given_back] Cette demande est de nouveau à vous.
        [planned] Une visite est prévue pour vous.
        [withdrawn] Elle est retirée. Vous n’avez pas à venir.
       *[access_given] Le logement a dit comment entrer.
    }
notice-repair-reopened = Une réparation n’a pas réglé le problème
notice-repair-reopened-help = Quand une demande dont vous vous êtes occupé est rouverte.
notice-repair-reopened-subject = Pas réparé : { $name }
notice-repair-reopened-line =
    { $by ->
        [none] La demande est rouverte.
       *[other] { $by } a rouvert la demande. La discussion dit pourquoi.
    }
notice-repair-words = Des mots sur une demande de réparation
notice-repair-words-help = Quand quelqu’un écrit sur une demande à vous, à votre logement, ou dont vous vous occupez.
notice-repair-words-subject = Un commentaire : { $name }
notice-repair-words-line =
    { $by ->
        [none] Il y a un nouveau commentaire sur cette demande.
       *[other] { $by } a écrit quelque chose sur cette demande.
    }
