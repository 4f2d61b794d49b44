# Demandes d’assemblée : des membres demandent une assemblée.

requisitions-title = Demander une assemblée
requisitions-link = Demander une assemblée
requisitions-lede = Les membres peuvent demander une assemblée générale. Si assez de membres signent, le conseil doit la convoquer.
requisitions-seen = Toutes les personnes qui ont un compte dans cette coop voient ce qui est demandé et combien de membres ont signé. Les noms sont montrés à ceux qui ont signé et à qui convoque les réunions.
requisitions-none = Personne ne demande d’assemblée.
requisition-rule = Selon les règles de la coop, { $percent } % des membres doivent signer : { $needed } sur { $members }.
requisition-rule-days = Selon les règles de la coop, { $percent } % des membres doivent signer : { $needed } sur { $members }. L’assemblée se tient alors dans les { $days } jours.
requisition-no-rule = Les règles inscrites ici ne disent pas combien de membres doivent signer. Les règlements le disent : consultez-les. Les signatures sont comptées quand même.
requisition-signed-of = { $count } sur { $needed } nécessaires
requisition-signed =
    { $count ->
        [one] Un membre a signé
       *[other] { $count } membres ont signé
    }
requisition-by = Demandée par { $name } le { $day }
requisition-state-open = Peut être signée
requisition-state-reached = Assez de signatures
requisition-state-answered = Réponse donnée
requisition-state-withdrawn = Retirée
requisition-hold-by = Assez de signatures : à tenir au plus tard le { $day }
requisition-new = Demander une assemblée
requisition-new-help = Dites de quoi l’assemblée doit traiter. Vous signez en premier. Tant qu’il n’y a pas assez de signatures, chacun peut reprendre la sienne.
requisition-open = Demander et signer
requisition-opened = D’autres peuvent maintenant la signer, et vous avez signé.
requisition-signatures = Signatures
requisition-reached-on = Il y avait assez de signatures le { $day }. Depuis, rien ne change le compte.
requisition-own = Vous avez signé.
requisition-sign = Signer
requisition-unsign = Reprendre ma signature
requisition-is-signed = Vous avez signé.
requisition-is-unsigned = Votre signature est reprise.
requisition-names = Qui a signé
requisition-names-seen = Seules les personnes qui ont signé et celles qui convoquent les réunions voient ces noms.
requisition-answer = Réponse
requisition-answer-act = Répondre
requisition-answer-title = Répondre aux membres qui demandent une assemblée
requisition-answer-save = Enregistrer la réponse
requisition-answer-meeting = Une assemblée est convoquée
requisition-answer-meeting-help = Choisissez l’assemblée qui a ce point à son ordre du jour.
requisition-answer-refused = Aucune assemblée n’est convoquée
requisition-answer-refused-help = Dites pourquoi : toutes les personnes qui ont signé l’apprennent.
requisition-meeting-choose = Choisissez l’assemblée
requisition-refused-by = { $name } a répondu le { $day } qu’aucune assemblée n’est convoquée : { $why }
requisition-is-answered = La réponse est enregistrée, et ceux qui ont signé en sont avertis.
requisition-withdraw = Retirer cette demande
requisition-withdraw-help = Plus personne ne peut la signer. Elle reste lisible. Cela ne peut pas être annulé.
requisition-withdraw-act = La retirer
requisition-is-withdrawn = La demande est retirée.
field-requisition-title = De quoi l’assemblée doit traiter
hint-requisition-title = Dans vos mots, dans la langue de votre choix.
field-requisition-details = Pourquoi, et ce qu’il faut décider
field-requisition-answer = Votre réponse
field-requisition-meeting = Assemblée
field-requisition-why = Pourquoi pas
wrong-requisitions-many = Vous avez déjà demandé trois assemblées. Retirez d’abord une demande.
conflict-requisition-over = Ceci ne peut plus changer : il y a assez de signatures, la réponse est donnée ou la demande est retirée.
due-requisition = Assemblée que des membres demandent : { $name }
due-requisition-who = Le conseil
attention-requisitions =
    { $count ->
        [one] Assez de membres ont signé pour demander une assemblée.
       *[other] { $count } fois, assez de membres ont signé pour demander une assemblée.
    }
attention-requisitions-act = Leur répondre
notice-requisition-reached = Assez de membres demandent une assemblée
notice-requisition-reached-help = Dès qu’il y a assez de signatures, au conseil et à qui convoque les réunions.
notice-requisition-reached-line = Il y a assez de signatures. Une assemblée doit être convoquée.
notice-requisition-reached-subject = Des membres demandent une assemblée : { $name }
notice-requisition-answered = La réponse à une demande d’assemblée
notice-requisition-answered-help = Quand une assemblée pour laquelle vous avez signé est convoquée ou refusée.
notice-requisition-answered-line = L’assemblée pour laquelle vous avez signé a une réponse.
notice-requisition-answered-subject = Une réponse : { $name }
everything-requisitions = Assemblées que vous avez demandées
everything-requisitions-signed = Assemblées pour lesquelles vous avez signé
audit-about-requisition = Demandes d’assemblée
event-requisition-opened = a demandé une assemblée
event-requisition-signed = a signé pour une assemblée, ou repris sa signature
event-requisition-reached = a noté qu’assez de membres demandent une assemblée
event-requisition-withdrawn = a retiré sa demande d’assemblée
event-requisition-answered = a répondu aux membres qui demandent une assemblée
fact-signs = Signe
fact-signed = Signatures
fact-signatures-needed = Signatures nécessaires
fact-opened-at = Demandée le
fact-reached-on = Assez de signatures le
fact-signed-at = Signée le
fact-requisition-answer = Réponse
