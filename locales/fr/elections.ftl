# Élections au conseil : appel, candidatures, vote, résultat, sièges.
nav-elections = Élections
nav-help-elections = Qui se présente au conseil et qui a été élu
elections-title = Élections
elections-lede = Comment la coop choisit son conseil : qui se présente, qui est élu et qui vient ensuite.
elections-running = En cours
elections-none-running = Aucune élection pour le moment.
elections-over = Élections passées
search-elections = Élections
audit-about-election = Élections
election-new = Lancer une élection
election-new-title = Préparer une élection
election-edit-title = Modifier la préparation
election-form-lede = Vous pouvez vous arrêter et revenir : les membres ne voient rien avant l’appel.
election-form-seats = Sièges
election-form-nominations = Mises en candidature
election-form-vote = Le vote
election-form-secret = Un vote secret demande deux responsables et deux scrutateurs ou scrutatrices. La personne qui lance l’élection annonce son vote; une autre personne responsable des votes prépare son urne et nomme deux membres qui ne se présentent pas. Chacun prend un code avant l’ouverture du vote. Tout le monde est prévenu à temps.
election-no-committee = Aucun comité
election-created = L’élection est préparée. Les membres la verront quand vous lancerez l’appel.
election-changed = La préparation a été modifiée.
election-called = L’appel est lancé. Les membres sont avisés.
election-moved = Les nouvelles dates sont fixées. Les membres sont avisés.
election-cancelled = L’élection est annulée. Les membres sont avisés.
election-copied = Une nouvelle ébauche est prête, préparée de la même façon. Vérifiez les dates.

# Où elle en est
election-is-draft = Ébauche
election-is-coming = Annoncée
election-is-nominations = Candidatures ouvertes
election-is-ending = Candidatures terminées
election-is-voting = Candidatures connues
election-is-waiting = Attend son urne
election-is-missed = Ne s’est pas ouvert
election-is-disputed = Contesté
election-is-open = Vote ouvert
election-is-counting = Dépouillement
election-is-declared = Résultat déclaré
election-is-filled = Terminée
election-is-void = Nulle
election-is-cancelled = Annulée
election-next-draft = Personne d’autre ne voit encore ceci.
election-next-coming = Les mises en candidature ouvrent le { $day }.
election-next-nominations = Vous pouvez vous présenter, ou proposer quelqu’un, jusqu’à la fin du { $day }.
election-next-ending = Les mises en candidature sont terminées. Les noms seront publiés dans un instant.
election-next-stuck = Les mises en candidature sont terminées, mais les dates du vote sont passées aussi. Le bureau doit en fixer d’autres.
election-next-voting = Le vote ouvre le { $when }.
election-next-waiting = Le vote devait s’ouvrir { $when }. Il s’ouvrira dès que ce qui manque sera fait.
election-next-missed = Le vote ne s’est pas ouvert à temps. Le bureau fixe d’autres dates, ou annule l’élection.
election-next-disputed = Le vote est contesté : ce qui a été trouvé dans l’urne ne peut pas être juste, donc rien n’a été compté. Le bureau le déclare nul, et l’élection peut être refaite.
election-urn = Avant l’ouverture du vote
election-urn-prepare = Une personne responsable des votes qui n’a pas lancé cette élection prépare l’urne. Elle nomme deux scrutateurs ou scrutatrices qui ne se présentent pas.
election-urn-by = Tout cela doit être fait avant l’ouverture du vote, { $when }. Si c’est trop tôt, changez les dates ci-dessous.
election-urn-late = L’heure est venue et le vote n’est pas ouvert. Il s’ouvrira dès que tout cela sera fait. Vous pouvez aussi changer les dates ou annuler l’élection, ci-dessous.
election-next-open = Vous pouvez voter jusqu’au { $when }.
election-next-counting = Le vote est fermé. Le résultat sera ici dans un instant.
election-next-declared = Le résultat peut être contesté jusqu’à la fin du { $day }. Les sièges sont pourvus ensuite.
election-reason = Raison : { $reason }
election-to-ballot = Aller à votre bulletin
election-to-vote = Le vote
election-to-result = Comment on a compté

# Faits et règles
election-facts = Comment se passe cette élection
election-rules = Règles connues d’avance
election-fact-seats = Sièges à pourvoir
election-fact-term = Mandat
election-fact-nominations = Mises en candidature
election-fact-voting = Vote
election-fact-method = Façon de voter
election-fact-secrecy = Ouvert ou secret
election-fact-names = Noms
election-fact-who = Qui peut proposer
election-fact-few = S’il n’y a pas plus de candidatures que de sièges
election-fact-contest = Contestation du résultat
election-fact-committee = Comité d’élection
election-names-sealed = Sous scellés : tous les noms sont publiés ensemble à la fin des mises en candidature
election-names-seen = Visibles dès que quelqu’un se présente
election-who-others = Les membres se présentent ou se proposent entre eux; toute personne proposée doit accepter
election-who-self = Chaque membre se présente soi-même
election-few-acclaimed = Ces personnes sont élues sans vote (par acclamation)
election-few-vote = Les membres votent quand même
election-contest-days =
    { $count ->
        [0] Impossible
        [one] Dans le jour qui suit le résultat
       *[other] Dans les { $count } jours qui suivent le résultat
    }
election-committee-cannot = { $name }. Ses membres ne peuvent pas se présenter.
election-rule-none = « Aucune de ces personnes » est compté comme une candidature. Si ce choix gagne un siège, ce siège reste vide; les autres sont pourvus selon le décompte.
election-rule-withdrawal = Si une personne se retire après le début du vote, les bulletins restent tels quels. Le décompte laisse ce nom de côté : le résultat est celui que les mêmes bulletins auraient donné si cette personne ne s’était jamais présentée.
election-rule-following = Si un siège devient vacant pendant le mandat, les mêmes bulletins disent qui vient ensuite : on les compte de nouveau pour un siège, sans les personnes déjà élues. La liste s’arrête là où « Aucune de ces personnes » gagnerait, ou quand il ne reste personne.
election-none-of-these = Aucune de ces personnes
election-paper-candidates = Ce que disent les candidates et candidats : { $address }

# Se présenter
election-candidates = Candidatures
election-no-candidates = Personne ne se présente encore.
election-no-statement = Aucune présentation.
election-sealed =
    { $count ->
        [0] Les noms restent sous scellés jusqu’à la fin du { $day }, puis sont publiés ensemble. Personne ne se présente encore.
        [one] Les noms restent sous scellés jusqu’à la fin du { $day }, puis sont publiés ensemble. Une personne se présente jusqu’ici.
       *[other] Les noms restent sous scellés jusqu’à la fin du { $day }, puis sont publiés ensemble. { $count } personnes se présentent jusqu’ici.
    }
election-own = Votre part
election-stand = Je me présente au conseil
election-stands = Vous vous présentez. Vous pouvez écrire une présentation jusqu’à la fin des mises en candidature.
election-accept = Accepter : je me présente
election-decline = Refuser
election-decline-how = Si vous refusez, personne ne peut plus vous proposer pour cette élection. Vous seul ou vous seule pouvez changer d’avis.
election-declined = Vous avez refusé. Vous pouvez changer d’avis jusqu’à la fin des mises en candidature.
election-nominate = Proposer quelqu’un d’autre
election-nominate-how = Nous demanderons son avis à cette personne. Elle ne se présente que si elle accepte.
election-nominate-act = Proposer
election-nominated = La personne est avisée et peut accepter ou refuser.
election-choose = Choisissez une personne
election-own-asked = On vous a proposé. Vous présentez-vous?
election-own-asked-by = { $name } vous propose. Vous présentez-vous?
election-own-standing = Vous vous présentez à cette élection.
election-own-declined = Vous avez refusé.
election-own-lapsed = On vous a proposé et vous n’avez pas répondu à temps.
election-own-barred = Vous n’avez pas pu vous présenter.
election-own-withdrawn = Vous vous êtes retiré ou retirée.
election-stands-asked = Personne proposée
election-stands-standing = Candidature
election-stands-declined = Refus
election-stands-lapsed = Sans réponse
election-stands-barred = Candidature impossible
election-stands-withdrawn = Retrait
election-tag-elected = Élue ou élu
election-tag-follows = A pris un siège vacant
election-tag-withdrew = Retrait
election-withdrew-at = Retrait le { $when }.
election-not-seated = Élection acquise, mais sans siège jusqu’ici.
election-statement-title = Ma présentation
election-statement-lede = Dites qui vous êtes et ce que vous aimeriez faire au conseil. Vous pouvez la modifier jusqu’à la fin des mises en candidature.
election-statement-no-photo = Il n’y a pas de photo dans votre profil.
election-stated = Votre présentation est enregistrée.
election-withdrawal-title = Me retirer
election-withdrawal-before = Votre nom ne sera pas sur le bulletin. Vous pouvez vous présenter de nouveau jusqu’à la fin des mises en candidature.
election-withdrawal-during = Votre nom est sur le bulletin. Il y reste, avec la mention du retrait et l’heure. Toutes les personnes inscrites sur la liste électorale sont avisées. C’est définitif.
election-withdrawal-after = Vous renoncez à votre place. S’il s’agit d’un siège, on pourra le proposer à la personne qui vient ensuite. C’est définitif.
election-withdrawn = Votre retrait est enregistré.

# Pourquoi ce n’est pas possible
election-barred-rules = Selon les règles de la coop, cette personne ne peut pas siéger au conseil pour l’instant. Elle en voit la raison sur sa propre page.
election-barred-applicant = Cette personne n’est pas membre le premier jour du mandat.
election-barred-auxiliary = Les membres auxiliaires ne peuvent pas occuper de poste.
election-barred-suspended = Cette personne est suspendue le premier jour du mandat.
election-barred-former = Cette personne n’est plus membre pendant le mandat.
election-barred-sits = Cette personne siège déjà pendant ces jours.
election-barred-committee = Cette personne est du comité d’élection. Ses membres ne peuvent pas se présenter.
election-barred-full = Tous les sièges du conseil sont pourvus.
election-barred-term = Les règles de la coop ne permettent plus un mandat de cette durée.
election-barred-title = Candidatures impossibles

# Erreurs
election-wrong-method = Cette façon de voter élit une seule personne. Choisissez-en une autre pour plusieurs sièges.
election-wrong-none = Un vote sans plus de candidatures que de sièges demande « Aucune de ces personnes » sur le bulletin. Ajoutez ce choix, ou faites élire sans vote.
election-wrong-seats = Seuls { $limit } sièges du conseil sont libres pour ce mandat. Entrez un plus petit nombre, ou modifiez les sièges dans les règles.
election-wrong-order = Les mises en candidature se terminent le jour où elles ouvrent, ou plus tard.
election-wrong-past = Choisissez aujourd’hui ou un jour plus tard.
election-wrong-opens = Le vote ouvre après le dernier jour des mises en candidature.
election-wrong-starts = Le mandat commence le jour où le vote ferme, ou plus tard.
election-wrong-term = Le vote doit se fermer au plus tard le premier jour du mandat. Si c’est trop tôt, annulez l’élection et préparez-la de nouveau avec un mandat plus tardif.
election-wrong-shorter = Les mises en candidature ne peuvent pas finir plus tôt qu’annoncé. Choisissez le même jour ou un jour plus tard.
election-wrong-nobody = Choisissez une personne.
election-wrong-no-vote = Seuls les membres qui ont droit de vote peuvent proposer quelqu’un.
election-wrong-again = Cette personne est déjà proposée, ou ne veut pas se présenter. Elle seule peut y changer quelque chose.
election-conflict-called = L’élection n’en est plus à cette étape. Rien n’a été modifié.
election-conflict-over = Ce n’est plus possible à cette étape de l’élection.
election-conflict-oneself = À cette élection, chaque membre se présente soi-même.
election-conflict-stands = Vous vous présentez déjà. Pour arrêter, retirez-vous.
election-conflict-seated = Vous avez votre siège. Le bureau inscrit les démissions.
election-conflict-counting = Le dépouillement est en cours. Réessayez dans une minute.
election-conflict-not-filled = Les sièges ne sont pas encore pourvus.
election-conflict-not-vacant = Ce siège n’est pas vacant, ou quelqu’un a déjà été sollicité.
election-conflict-nobody-follows = Il ne reste personne sur la liste.
election-conflict-answered = Vous avez déjà répondu.
election-void-nobody = Toutes les candidatures ont été retirées.
election-void-vote = Le vote a été annulé.
merging-stands-twice = Les deux fiches ont une candidature à « { $limit } ». L’une doit d’abord être retirée, ou l’élection terminée.
poll-choice-withdrew = { $name } (retrait)
poll-conflict-nobody-stands = Il ne reste rien d’autre dans ce vote.

# Résultat
election-result = Résultat
election-said-elected = Au conseil : { $names }.
election-said-none = Personne n’est élu.
election-said-empty =
    { $count ->
        [one] Un siège reste vide.
       *[other] { $count } sièges restent vides.
    }
election-said-no-quorum = Trop peu de membres ont voté; personne n’est élu. Le vote peut être convoqué de nouveau si les règles le permettent.
election-said-nobody = Personne ne s’est présenté; tous les sièges restent vides.
election-way-vote = Par un vote
election-way-acclamation = Par acclamation
election-way-no_quorum = Sans quorum
election-way-nobody = Aucune candidature
election-way-said-vote = Par un vote des membres.
election-way-said-acclamation = Par acclamation, sans vote.
election-way-said-no-quorum = Le vote n’a pas eu le quorum.
election-way-said-nobody = Il n’y a pas eu de vote.
election-following = Qui vient ensuite si un siège devient vacant, dans cet ordre

# Contester

# Pour les personnes qui gèrent les votes
election-office = Pour le bureau
election-call-how = Quand vous lancez l’appel, les membres sont avisés et les mises en candidature ouvrent à leur jour. Les textes et les règles restent ensuite tels quels.
election-call = Lancer l’appel
election-days-title = Changer les dates
election-days-how = Les mises en candidature ne peuvent que durer plus longtemps. Les membres sont avisés des nouvelles dates.
election-days-vote = Les candidatures sont connues et le vote n’est pas ouvert : ses deux heures peuvent changer. Les membres sont prévenus.
election-disputed-how = Déclarez le vote nul, avec la raison. Préparez ensuite une autre élection comme celle-ci, ci-dessous.
election-cancel-title = Annuler l’élection
election-cancel = Annuler l’élection
election-copy = En préparer une autre comme celle-ci
election-unseated = Une personne élue n’a pas pu recevoir son siège. La raison est à côté de son nom, plus haut.
election-seat-again = Réessayer
election-seated = Le conseil a été revu.
election-vacant = Siège vacant : { $name }.
election-offer = Solliciter { $name }, qui vient ensuite
election-offered = La personne est sollicitée.
election-nobody-follows = Il ne reste personne sur la liste. Le conseil peut pourvoir le siège selon ses règles.
election-offered-you = Un siège est devenu vacant et vous venez ensuite. Le prenez-vous pour le reste du mandat?
election-take = Prendre le siège
election-refuse = Refuser
election-taken = Vous siégez au conseil.
election-refused = Vous avez refusé le siège.

# Champs
field-seats-to-fill = Sièges à pourvoir
field-nominate-from = Premier jour des mises en candidature
field-nominate-until = Dernier jour des mises en candidature
field-sealed = Garder les noms sous scellés jusqu’à la fin des mises en candidature
hint-sealed = Le premier nom visible peut en décourager d’autres. Tous sont publiés ensemble.
field-by-others = Les membres peuvent se proposer entre eux
hint-by-others = On demande l’avis de toute personne proposée; elle ne se présente que si elle accepte.
field-acclaims = Élire sans vote s’il n’y a pas plus de candidatures que de sièges
hint-acclaims = Sinon les membres votent quand même; « Aucune de ces personnes » doit alors être sur le bulletin.
field-none-stands = Mettre « Aucune de ces personnes » sur le bulletin
hint-none-stands = Un siège que ce choix gagne reste vide. La page et le bulletin le disent.
field-nominee = Qui?
field-statement-en = Présentation en anglais
field-statement-fr = Présentation en français
field-shows-photo = Montrer à côté la photo de mon profil
hint-shows-photo = Toute personne qui voit les candidatures la voit.
field-withdrawn-why = Raison
hint-withdrawn-why = Toute personne qui voit les candidatures la lit.
field-says = Qu’est-ce qui n’allait pas?
field-cancel-reason = Raison
field-appeal-days = Jours pour contester une élection ou un vote secret
hint-appeal-days = À partir du résultat. Ensuite les sièges sont pourvus, et la clé de l’urne est détruite.
rule-appeal-days = Contestation d’une élection ou d’un vote secret
rule-appeal-days-is =
    { $value ->
        [0] Impossible
        [one] { $value } jour
       *[other] { $value } jours
    }
rule-appeal-days-why = Combien de temps on peut contester le résultat d’une élection ou d’un vote secret. Ensuite les sièges sont pourvus, et la clé de l’urne est détruite.
fact-nominated-at = Mise en candidature
fact-withdrawn-at = Retrait
fact-received-at = Reçue
fact-answered-at = Réponse donnée
fact-candidates = Candidatures
fact-candidate = Candidature
fact-how-decided = Comment ce fut décidé
fact-elected = Personnes élues
fact-seated = Sièges pourvus
fact-standing = État
fact-starts-on = Début du mandat

# Ce qui attend, ce qui se passe
home-election = On attend votre réponse.
home-election-until = On attend votre réponse d’ici le { $day }.
attention-elections-stuck =
    { $count ->
        [one] Le vote d’une élection n’a pas pu se tenir : ses dates sont passées
       *[other] Les votes de { $count } élections n’ont pas pu se tenir : leurs dates sont passées
    }
attention-elections-stuck-act = Fixer d’autres dates
attention-elections-vacant =
    { $count ->
        [one] Un siège du conseil est vacant, et quelqu’un vient ensuite
       *[other] { $count } sièges du conseil sont vacants, et quelqu’un vient ensuite
    }
attention-elections-vacant-act = Solliciter la personne suivante
departure-candidacies =
    { $count ->
        [one] Cette personne est candidate ou proposée à une élection ({ $names }). Sa candidature est retirée.
       *[other] Cette personne est candidate ou proposée à { $count } élections ({ $names }). Ses candidatures sont retirées.
    }
departure-candidacies-lost =
    { $count ->
        [one] une candidature, parce que les mises en candidature sont terminées.
       *[other] { $count } candidatures, parce que les mises en candidature sont terminées.
    }
everything-candidacies = Élections où l’on vous a proposé ou vous vous êtes présenté
kept-elections = Élections, candidatures et résultats
kept-elections-for = Tant que la coop existe; sans nom ni présentation une fois la personne effacée
work-election-due = L’étape suivante d’une élection
event-poll-choice-withdrawn = a retiré d’un vote une candidature abandonnée
event-election-created = a préparé une élection
event-election-changed = a modifié la préparation d’une élection
event-election-called = a lancé l’appel d’une élection
event-election-moved = a changé les dates d’une élection
event-election-vote-moved = a changé les heures du vote d’une élection
event-election-cancelled = a annulé une élection
event-election-nominated = a proposé quelqu’un à une élection
event-election-accepted = se présente à une élection
event-election-declined = refuse de se présenter à une élection
event-election-stated = a écrit une présentation pour une élection
event-election-withdrew = s’est retiré d’une élection
event-election-left = s’est retiré après la publication des candidatures
event-election-ending = a rappelé la fin des mises en candidature
event-election-published = a publié les candidatures d’une élection
event-election-declared = a déclaré le résultat d’une élection
event-election-filled = a pourvu les sièges d’une élection
event-election-voided = a déclaré une élection nulle
event-election-offered = a sollicité quelqu’un pour un siège vacant
event-election-taken = a pris un siège vacant
event-election-refused = a refusé un siège vacant

# Avis
notice-election-called = Une élection est lancée
notice-election-called-help = Quand les membres peuvent se présenter au conseil.
notice-election-called-subject = Vous pouvez vous présenter : { $name }
notice-election-called-line = Une élection est lancée. Vous pouvez vous présenter, ou proposer quelqu’un, jusqu’au { $due_on }.
notice-election-moved = Une élection a de nouvelles dates
notice-election-moved-help = Quand les dates des candidatures ou du vote changent.
notice-election-moved-subject = Nouvelles dates : { $name }
notice-election-moved-line = Les dates ont changé. Les mises en candidature finissent maintenant le { $due_on }.
notice-election-vote-moved = Le vote d’une élection a d’autres heures
notice-election-vote-moved-help = Quand les candidatures sont connues et que le vote s’ouvre à un autre moment.
notice-election-vote-moved-subject = Nouvelles heures du vote : { $name }
notice-election-vote-moved-line = Le vote s’ouvre maintenant { $opens_at } et se ferme { $closes_at }.
notice-election-nominated = On vous propose
notice-election-nominated-help = Quand quelqu’un vous propose à une élection.
notice-election-nominated-subject = On vous propose : { $name }
notice-election-nominated-line = Quelqu’un vous propose pour le conseil. Veuillez accepter ou refuser d’ici le { $due_on }.
notice-election-ending = Les mises en candidature finissent bientôt
notice-election-ending-help = Deux jours avant la fin des mises en candidature.
notice-election-ending-subject = Bientôt la fin des candidatures : { $name }
notice-election-ending-line = Vous pouvez encore vous présenter ou proposer quelqu’un jusqu’au { $due_on }.
notice-election-published = Les candidatures sont connues
notice-election-published-help = Quand les mises en candidature sont terminées.
notice-election-published-subject = Les candidatures : { $name }
notice-election-published-line = Les mises en candidature sont terminées. La page montre qui se présente et ce que chaque personne dit.
notice-election-left = Une candidature est retirée
notice-election-left-help = Quand quelqu’un se retire après la publication des candidatures.
notice-election-left-subject = Une candidature est retirée : { $name }
notice-election-left-line = Une personne s’est retirée. Les bulletins déjà déposés restent valides, et le décompte laisse ce nom de côté. Vous pouvez revoir votre bulletin.
notice-election-declared = Le résultat d’une élection
notice-election-declared-help = Quand le résultat est déclaré.
notice-election-declared-subject = Le résultat : { $name }
notice-election-declared-line = { $told }
notice-election-voided = Une élection est nulle
notice-election-voided-help = Quand une élection est annulée ou ne compte pour rien.
notice-election-voided-subject = Nulle ou annulée : { $name }
notice-election-voided-line = Cette élection s’arrête là. La raison : { $reason }
notice-election-offered = Un siège vous est proposé
notice-election-offered-help = Quand un siège du conseil devient vacant et que vous venez ensuite.
notice-election-offered-subject = Un siège au conseil : { $name }
notice-election-offered-line = Un siège est devenu vacant et vous venez ensuite. Dites si vous le prenez.

# Aide
election-help-title = Comment se passe une élection
election-help-lede = De l’appel jusqu’aux sièges, en mots simples.
election-help-call = L’appel
election-help-call-1 = Les personnes qui gèrent les votes préparent l’élection et lancent l’appel. Dès lors tout le monde voit combien de sièges il y a, pour combien de temps, qui peut proposer, comment on vote et les règles pour chaque cas. Elles ne changent plus; seules les dates peuvent être reportées.
election-help-call-2 = S’il y a un comité d’élection, ses membres veillent sur l’élection et ne peuvent pas se présenter.
election-help-stand = Se présenter
election-help-stand-1 = Vous pouvez vous présenter, ou proposer un autre membre si l’élection le permet. On demande l’avis de toute personne proposée, qui ne se présente que si elle accepte. Une personne qui refuse ne peut plus être proposée par d’autres; elle seule peut changer d’avis.
election-help-stand-2 = Votre présentation et votre photo peuvent être modifiées jusqu’à la fin des mises en candidature. Si les noms sont sous scellés, personne ne les voit avant ce jour, pas même le bureau; ensuite tous sont publiés ensemble.
election-help-stand-3 = Les règles du conseil disent qui peut se présenter. On les vérifie quand vous vous présentez, à la fin des mises en candidature et quand les sièges sont pourvus. Si ce n’est pas possible, vous en lisez la raison.
election-help-paper = Le bulletin
election-help-paper-1 = À la fin des mises en candidature, le vote se prépare de lui-même. L’ordre des noms est tiré au sort, une seule fois, et reste le même pour tout le monde.
election-help-paper-2 = « Aucune de ces personnes », s’il est sur le bulletin, est compté comme une candidature. Un siège que ce choix gagne reste vide. C’est pareil dans toutes les façons de compter.
election-help-paper-3 = Une personne qui se retire après le début du vote reste sur le bulletin, avec la mention du retrait. Toutes les personnes inscrites sont avisées. Les bulletins restent tels quels, et le décompte laisse ce nom de côté, comme si la personne ne s’était jamais présentée.
election-help-result = Le résultat
election-help-result-1 = Après la fermeture, le résultat est déclaré, et toutes les personnes inscrites sont avisées. S’il n’y a pas plus de candidatures que de sièges, on peut élire sans vote, comme la préparation le dit.
election-help-result-2 = Toute personne qui pouvait voter peut contester le résultat par écrit jusqu’au jour que dit la page. Les personnes qui gèrent les votes l’examinent et répondent avec une raison que tout le monde peut lire. Si elles lui donnent raison, l’élection est nulle et peut être reprise.
election-help-result-3 = Quand ce temps est écoulé et que chaque contestation a sa réponse, les sièges sont inscrits d’eux-mêmes à la liste du conseil.
election-help-vacancy = Un siège vacant
election-help-vacancy-1 = La page dit qui vient ensuite. Les mêmes bulletins sont comptés de nouveau pour un siège, sans les personnes déjà élues. La liste s’arrête là où « Aucune de ces personnes » gagnerait, ou quand il ne reste personne.
election-help-vacancy-2 = Si un siège devient vacant avant la fin du mandat, le bureau sollicite la première personne de la liste, qui peut prendre le siège pour le reste du mandat ou refuser.
poll-conflict-bound = Ce vote appartient à une élection : on ne peut pas changer ici ce qu’il demande, seulement ses heures. Pour l’arrêter, annulez le vote.
election-sealed-for-good = Les noms restent sous scellés : cette élection a été annulée.
field-upheld = Que répondez-vous?
