//! The tables as Diesel sees them. By hand, because `coop_id` is left out on purpose: the database fills and checks it.

diesel::table! {
    coops (coop_id) {
        coop_id -> BigInt,
        name_en -> Text,
        name_fr -> Text,
        default_language -> Text,
        time_zone -> Text,
        reminders_from -> Integer,
        reminders_until -> Integer,
        contact_name -> Text,
        contact_phone -> Text,
        contact_email -> Text,
        demo -> Bool,
        public_pages -> Bool,
        created_at -> Timestamptz,
        register_version -> Int8,
        privacy_name -> Text,
        privacy_title -> Text,
        privacy_address -> Text,
    }
}

diesel::table! {
    coop_hosts (host) {
        host -> Text,
    }
}

diesel::table! {
    rule_profiles (preset) {
        preset -> Text,
        quorum_percent -> Integer,
        majority_ordinary_num -> Integer,
        majority_ordinary_den -> Integer,
        majority_special_num -> Integer,
        majority_special_den -> Integer,
        abstentions_count -> Bool,
        vote_of -> Text,
        proxies_max -> Integer,
        quorum_of -> Text,
        second_calls -> Bool,
        quorum_second_percent -> Integer,
        notice_days_min -> Integer,
        notice_days_max -> Integer,
        notice_days_other -> Integer,
        year_ends_month -> Integer,
        agm_months -> Integer,
        agm_months_apart -> Integer,
        requisition_percent -> Integer,
        requisition_days -> Integer,
        item_days -> Integer,
        quorum_continues_percent -> Integer,
        quorum_homes_min -> Integer,
        chair_casts -> Bool,
        meets_online -> Bool,
        meetings_credited -> Bool,
        auxiliary_months_max -> Integer,
        board_size_min -> Integer,
        board_size_max -> Integer,
        group_size_min_for_stats -> Integer,
        reminder_days_before -> Integer,
        credit_alone_hours -> Integer,
        year_starts_month -> Integer,
        auxiliary_may_vote -> Bool,
        suspended_may_vote -> Bool,
        arrears_bars_vote -> Bool,
        arrears_bars_office -> Bool,
        retention_months -> Integer,
        transfers -> Text,
        transfer_months_min -> Integer,
        application_months -> Integer,
        board_seats -> Integer,
        board_term_months -> Integer,
        appeal_days -> Integer,
    }
}

diesel::table! {
    accounts (id) {
        id -> BigInt,
        member_id -> Nullable<BigInt>,
        name -> Nullable<Text>,
        email -> Nullable<Text>,
        address -> Nullable<Text>,
        role -> Text,
        password_hash -> Nullable<Text>,
        language -> Nullable<Text>,
        theme -> Text,
        text_size -> Integer,
        security_epoch -> Integer,
        disabled_at -> Nullable<Timestamptz>,
        expires_on -> Nullable<Date>,
        created_at -> Timestamptz,
        last_sign_in_at -> Nullable<Timestamptz>,
        treasurer -> Bool,
    }
}

diesel::table! {
    account_holders (id) {
        id -> BigInt,
        member_id -> Nullable<BigInt>,
        name -> Text,
        email -> Nullable<Text>,
        address -> Nullable<Text>,
        role -> Text,
        password_hash -> Nullable<Text>,
        language -> Nullable<Text>,
        theme -> Text,
        text_size -> Integer,
        security_epoch -> Integer,
        disabled_at -> Nullable<Timestamptz>,
        expires_on -> Nullable<Date>,
        created_at -> Timestamptz,
        last_sign_in_at -> Nullable<Timestamptz>,
        treasurer -> Bool,
    }
}

diesel::table! {
    address_changes (account_id) {
        account_id -> BigInt,
        address -> Text,
        token_hash -> Binary,
        asked_at -> Timestamptz,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    sessions (key_hash) {
        key_hash -> Binary,
        account_id -> Nullable<BigInt>,
        state -> Jsonb,
        device -> Text,
        created_at -> Timestamptz,
        seen_at -> Timestamptz,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    drafts (coop_id, account_id, path) {
        coop_id -> BigInt,
        account_id -> BigInt,
        path -> Text,
        title -> Text,
        fields -> Text,
        saved_at -> Timestamptz,
    }
}

diesel::table! {
    sign_in_links (token_hash) {
        token_hash -> Binary,
        account_id -> BigInt,
        expires_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
        kind -> Text,
        made_at -> Timestamptz,
    }
}

diesel::table! {
    attempts (subject) {
        subject -> Text,
        made -> Integer,
        since -> Timestamptz,
    }
}

diesel::table! {
    api_tokens (id) {
        id -> BigInt,
        account_id -> BigInt,
        name -> Text,
        token_hash -> Binary,
        scopes -> Array<Text>,
        created_at -> Timestamptz,
        expires_on -> Date,
        last_used_on -> Nullable<Date>,
        revoked_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    submissions (digest) {
        digest -> Binary,
        account_id -> Nullable<BigInt>,
        outcome -> Nullable<Jsonb>,
        at -> Timestamptz,
    }
}

diesel::table! {
    deliveries (id) {
        id -> BigInt,
        way -> Text,
        address -> Text,
        subject -> Text,
        ended_at -> Timestamptz,
        accepted -> Bool,
        answer -> Text,
        tries -> Integer,
        proves -> Nullable<Text>,
    }
}

diesel::table! {
    event_cursors (reader) {
        reader -> Text,
        position -> BigInt,
    }
}

diesel::table! {
    events (id) {
        id -> BigInt,
        at -> Timestamptz,
        actor_id -> Nullable<BigInt>,
        actor_name -> Text,
        kind -> Text,
        subject_kind -> Text,
        subject_id -> Nullable<BigInt>,
        subject_name -> Text,
        detail -> Jsonb,
        part_of -> Nullable<BigInt>,
        position -> Nullable<BigInt>,
        rest -> Nullable<Binary>,
        hash -> Nullable<Binary>,
        salt -> Nullable<Binary>,
    }
}

diesel::table! {
    jobs (id) {
        id -> BigInt,
        kind -> Text,
        lane -> Text,
        payload -> Jsonb,
        run_at -> Timestamptz,
        attempts -> Integer,
        lease_until -> Nullable<Timestamptz>,
        last_error -> Nullable<Text>,
        dead_at -> Nullable<Timestamptz>,
        series -> Nullable<Text>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    members (id) {
        id -> BigInt,
        number -> Text,
        given_name -> Text,
        family_name -> Text,
        name -> Text,
        sort_name -> Text,
        email -> Nullable<Text>,
        phone -> Nullable<Text>,
        language -> Text,
        joined_on -> Date,
        email_seen_by -> Text,
        phone_seen_by -> Text,
        pronoun_seen_by -> Text,
        skills_seen_by -> Text,
        photo_seen_by -> Text,
        preferred_name -> Text,
        pronoun -> Text,
        phone_label -> Text,
        skills -> Text,
        emergency_contact -> Text,
        notes -> Text,
        version -> Integer,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    member_photos (member_id) {
        member_id -> BigInt,
        jpeg -> Binary,
        set_at -> Timestamptz,
    }
}

diesel::table! {
    member_phones (member_id, place) {
        member_id -> BigInt,
        place -> Integer,
        label -> Text,
        number -> Text,
    }
}

diesel::table! {
    arrears (member_id) {
        member_id -> BigInt,
    }
}

diesel::table! {
    member_statuses (member_id, since) {
        member_id -> BigInt,
        since -> Date,
        status -> Text,
        reason -> Text,
        planned -> Bool,
        account_id -> Nullable<BigInt>,
        entered_at -> Nullable<Timestamptz>,
        corrected_by -> Nullable<BigInt>,
        corrected_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    units (id) {
        id -> BigInt,
        label -> Text,
        kind -> Text,
        block -> Text,
        floor -> Nullable<Integer>,
        bedrooms -> Nullable<Integer>,
        area_m2 -> Nullable<Integer>,
        accessible -> Bool,
        version -> Integer,
        occupants_min -> Nullable<Integer>,
        occupants_max -> Nullable<Integer>,
        votes -> Integer,
        name -> Text,
    }
}

diesel::table! {
    unit_children (unit_id, since) {
        unit_id -> BigInt,
        since -> Date,
        children -> Integer,
    }
}

diesel::table! {
    incidents (id) {
        id -> BigInt,
        information -> Text,
        circumstances -> Text,
        happened_from -> Nullable<Date>,
        happened_until -> Nullable<Date>,
        happened_about -> Text,
        known_on -> Date,
        people -> Integer,
        people_about -> Bool,
        serious_risk -> Bool,
        risk_reasons -> Text,
        commission_told_on -> Nullable<Date>,
        people_told_on -> Nullable<Date>,
        public_notice -> Text,
        measures -> Text,
        version -> Integer,
    }
}

diesel::table! {
    occupancies (id) {
        id -> BigInt,
        unit_id -> BigInt,
        member_id -> BigInt,
        during -> Daterange,
        relation -> Text,
    }
}

diesel::table! {
    committees (id) {
        id -> BigInt,
        name_en -> Text,
        name_fr -> Text,
        mandate_en -> Text,
        mandate_fr -> Text,
        approves -> Bool,
        formed_on -> Nullable<Date>,
        closed_on -> Nullable<Date>,
        closing -> Jsonb,
        version -> Integer,
    }
}

diesel::table! {
    meetings (id) {
        id -> BigInt,
        kind -> Text,
        committee_id -> Nullable<BigInt>,
        title_en -> Text,
        title_fr -> Text,
        held_on -> Date,
        starts_at -> Time,
        ends_at -> Nullable<Time>,
        place -> Text,
        online -> Text,
        access -> Text,
        child_care -> Text,
        special_resolution -> Bool,
        status -> Text,
        cancelled_why -> Text,
        series -> Nullable<BigInt>,
        second_of -> Nullable<BigInt>,
        chair_id -> Nullable<BigInt>,
        secretary_id -> Nullable<BigInt>,
        opened_at -> Nullable<Timestamptz>,
        ended_at -> Nullable<Timestamptz>,
        sequence -> Integer,
        created_by -> Nullable<BigInt>,
        created_at -> Timestamptz,
        version -> Integer,
    }
}

diesel::table! {
    notice_consents (id) {
        id -> BigInt,
        member_id -> BigInt,
        address -> Text,
        given_at -> Timestamptz,
        given_by -> Nullable<BigInt>,
        withdrawn_at -> Nullable<Timestamptz>,
        withdrawn_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    callings (id) {
        id -> BigInt,
        meeting_id -> BigInt,
        kind -> Text,
        sent_at -> Timestamptz,
        sent_by -> Nullable<BigInt>,
        timing -> Text,
        notice_days -> Integer,
        anyway -> Text,
        subject_en -> Text,
        subject_fr -> Text,
        text_en -> Text,
        text_fr -> Text,
    }
}

diesel::table! {
    called (id) {
        id -> BigInt,
        calling_id -> BigInt,
        member_id -> BigInt,
        language -> Text,
        way -> Text,
        address -> Text,
        handed_on -> Nullable<Date>,
        handed_by -> Nullable<BigInt>,
        came_back_on -> Nullable<Date>,
        came_back_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    asked_items (id) {
        id -> BigInt,
        meeting_id -> BigInt,
        member_id -> BigInt,
        language -> Text,
        title -> Text,
        details -> Text,
        asked_at -> Timestamptz,
        answer -> Nullable<Text>,
        item_id -> Nullable<BigInt>,
        why -> Text,
        answered_at -> Nullable<Timestamptz>,
        answered_by -> Nullable<BigInt>,
        withdrawn_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    asked_item_backers (asked_id, member_id) {
        asked_id -> BigInt,
        member_id -> BigInt,
    }
}

diesel::table! {
    minutes (meeting_id) {
        meeting_id -> BigInt,
        status -> Text,
        for_all -> Bool,
        approved_at_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    minute_parts (id) {
        id -> BigInt,
        meeting_id -> BigInt,
        item_id -> Nullable<BigInt>,
        text_en -> Text,
        text_fr -> Text,
        version -> Integer,
        written_at -> Timestamptz,
        written_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    minute_actions (task_id) {
        task_id -> BigInt,
        meeting_id -> BigInt,
        item_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    minute_versions (meeting_id, number) {
        meeting_id -> BigInt,
        number -> Integer,
        published_at -> Timestamptz,
        published_by -> Nullable<BigInt>,
        why -> Text,
        text_en -> Text,
        text_fr -> Text,
        in_camera_en -> Text,
        in_camera_fr -> Text,
    }
}

diesel::table! {
    meeting_replies (meeting_id, member_id) {
        meeting_id -> BigInt,
        member_id -> BigInt,
        answer -> Text,
        holder_id -> Nullable<BigInt>,
        needs -> Text,
        sequence -> Integer,
        said_at -> Timestamptz,
    }
}

diesel::table! {
    agenda_items (id) {
        id -> BigInt,
        meeting_id -> BigInt,
        place -> Integer,
        purpose -> Text,
        title_en -> Text,
        title_fr -> Text,
        details -> Text,
        minutes -> Nullable<Integer>,
        presenter -> Text,
        in_camera -> Bool,
        noticed -> Bool,
        version -> Integer,
    }
}

diesel::table! {
    seats (id) {
        id -> BigInt,
        committee_id -> BigInt,
        member_id -> BigInt,
        during -> Daterange,
    }
}

diesel::table! {
    imports (id) {
        id -> BigInt,
        account_id -> Nullable<BigInt>,
        what -> Text,
        name -> Text,
        sheet -> Jsonb,
        matching -> Jsonb,
        answers -> Jsonb,
        outcome -> Nullable<Jsonb>,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        journal -> Nullable<Jsonb>,
        started_at -> Nullable<Timestamptz>,
        done_at -> Nullable<Timestamptz>,
        failed -> Nullable<Text>,
        undone -> Nullable<Jsonb>,
        recalled -> Bool,
        joined_on -> Nullable<Date>,
    }
}

diesel::table! {
    import_layouts (headings) {
        what -> Text,
        headings -> Text,
        matching -> Jsonb,
    }
}

diesel::table! {
    tasks (id) {
        id -> BigInt,
        kind -> Text,
        title -> Text,
        details -> Text,
        status -> Text,
        priority -> Text,
        starts_on -> Nullable<Date>,
        due_on -> Nullable<Date>,
        due_at -> Nullable<Time>,
        committee_id -> Nullable<BigInt>,
        places -> Nullable<Integer>,
        credit_minutes -> Integer,
        valued_by -> Nullable<BigInt>,
        credit_agreed_by -> Nullable<BigInt>,
        outcome -> Text,
        done_at -> Nullable<Timestamptz>,
        done_by -> Nullable<BigInt>,
        reminded_on -> Nullable<Date>,
        late_told_on -> Nullable<Date>,
        created_by -> Nullable<BigInt>,
        created_at -> Timestamptz,
        version -> Integer,
        work_day_id -> Nullable<BigInt>,
        places_min -> Nullable<Integer>,
    }
}

diesel::table! {
    polls (id) {
        id -> BigInt,
        title_en -> Text,
        title_fr -> Text,
        details_en -> Text,
        details_fr -> Text,
        cost -> Nullable<BigInt>,
        pros_en -> Text,
        pros_fr -> Text,
        cons_en -> Text,
        cons_fr -> Text,
        status -> Text,
        binding -> Bool,
        shows -> Text,
        quorum_percent -> Integer,
        vote_of -> Text,
        quorum_of -> Text,
        second_call_of -> Nullable<BigInt>,
        meeting_id -> Nullable<BigInt>,
        proxies_max -> Integer,
        record_on -> Nullable<Date>,
        roll_size -> Nullable<Integer>,
        quorum_roll -> Nullable<Integer>,
        opens_at -> Timestamptz,
        closes_at -> Timestamptz,
        opened_at -> Nullable<Timestamptz>,
        closed_at -> Nullable<Timestamptz>,
        announced_closes_at -> Nullable<Timestamptz>,
        text_changed_at -> Nullable<Timestamptz>,
        voided_at -> Nullable<Timestamptz>,
        void_reason -> Text,
        created_by -> Nullable<BigInt>,
        version -> Integer,
        secrecy -> Text,
    }
}

diesel::table! {
    questions (poll_id, number) {
        poll_id -> BigInt,
        number -> Integer,
        title_en -> Text,
        title_fr -> Text,
        method -> Text,
        seats -> Integer,
        points -> Integer,
        budget -> Nullable<BigInt>,
        special -> Bool,
        agree_percent -> Integer,
        objections_max -> Integer,
        shuffled -> Bool,
        lot -> Bool,
        majority_num -> Integer,
        majority_den -> Integer,
        abstentions_count -> Bool,
    }
}

diesel::table! {
    choices (poll_id, question, number) {
        poll_id -> BigInt,
        question -> Integer,
        number -> Integer,
        place -> Integer,
        title_en -> Text,
        title_fr -> Text,
        cost -> Nullable<BigInt>,
        day -> Nullable<Date>,
        hour -> Nullable<Time>,
        member_id -> Nullable<BigInt>,
        withdrawn_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    roll (poll_id, member_id) {
        poll_id -> BigInt,
        member_id -> BigInt,
        unit_id -> Nullable<BigInt>,
        weight -> Integer,
        home_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    left_out (poll_id, member_id) {
        poll_id -> BigInt,
        member_id -> BigInt,
        reason -> Text,
        unit_id -> Nullable<BigInt>,
        weight -> Nullable<Integer>,
        home_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    open_ballots (poll_id, member_id) {
        poll_id -> BigInt,
        member_id -> BigInt,
        answers -> Array<Text>,
        cast_at -> Timestamptz,
        home -> Nullable<BigInt>,
        cast_by -> Nullable<BigInt>,
        weight -> Integer,
        skipped -> Array<Integer>,
    }
}

diesel::table! {
    reasons (poll_id, member_id) {
        poll_id -> BigInt,
        member_id -> BigInt,
        reason -> Text,
    }
}

diesel::table! {
    guests (poll_id, number) {
        poll_id -> BigInt,
        number -> Integer,
        name -> Nullable<Text>,
        token_hash -> Nullable<Bytea>,
        invited_by -> Nullable<BigInt>,
        invited_at -> Timestamptz,
    }
}

diesel::table! {
    guest_answers (poll_id, number) {
        poll_id -> BigInt,
        number -> Integer,
        answers -> Array<Text>,
        reason -> Text,
        cast_at -> Timestamptz,
    }
}

diesel::table! {
    results (poll_id, question) {
        poll_id -> BigInt,
        question -> Integer,
        number -> Nullable<Integer>,
        verdict -> Text,
        outcome -> Jsonb,
        plain -> Nullable<Jsonb>,
        roll_size -> Integer,
        voted -> Integer,
        quorum_needed -> Integer,
        decided_at -> Timestamptz,
        skipped -> Integer,
        quorum_roll -> Integer,
        quorum_present -> Integer,
    }
}

diesel::table! {
    decisions (number) {
        number -> Integer,
        decided_on -> Date,
        body -> Text,
        former_number -> Text,
        title_en -> Text,
        title_fr -> Text,
        details_en -> Text,
        details_fr -> Text,
        sums_en -> Text,
        sums_fr -> Text,
        review_on -> Nullable<Date>,
        reminded_for -> Nullable<Date>,
        version -> Integer,
        salt -> Binary,
    }
}

diesel::table! {
    decision_relations (number, earlier) {
        number -> Integer,
        earlier -> Integer,
        kind -> Text,
    }
}

diesel::table! {
    notices (id) {
        id -> BigInt,
        account_id -> BigInt,
        event_id -> BigInt,
        kind -> Text,
        created_at -> Timestamptz,
        read_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    preferences (account_id, kind) {
        account_id -> BigInt,
        kind -> Text,
        inbox -> Bool,
        mail -> Bool,
    }
}

diesel::table! {
    mail_rhythms (account_id) {
        account_id -> BigInt,
        rhythm -> Text,
        told_until -> Timestamptz,
    }
}

diesel::table! {
    score_runs (id) {
        id -> BigInt,
        period_start -> Date,
        period_end -> Date,
        ran_at -> Timestamptz,
        members -> Integer,
        month -> Date,
    }
}

diesel::table! {
    scores (run_id, member_id, figure) {
        run_id -> BigInt,
        member_id -> BigInt,
        figure -> Text,
        value -> Integer,
        whole -> Nullable<Integer>,
    }
}

diesel::table! {
    filings (id) {
        id -> BigInt,
        kind -> Text,
        title_en -> Text,
        title_fr -> Text,
        due_on -> Date,
        every_months -> Nullable<Integer>,
        committee_id -> Nullable<BigInt>,
        hand -> Text,
        details -> Text,
        done_on -> Nullable<Date>,
        done_by -> Nullable<BigInt>,
        follows -> Nullable<BigInt>,
        reminded -> Nullable<Integer>,
        created_by -> Nullable<BigInt>,
        created_at -> Timestamptz,
        version -> Integer,
    }
}

diesel::table! {
    requisitions (id) {
        id -> BigInt,
        member_id -> BigInt,
        language -> Text,
        title -> Text,
        details -> Text,
        opened_at -> Timestamptz,
        reached_on -> Nullable<Date>,
        signed -> Nullable<Integer>,
        needed -> Nullable<Integer>,
        due_on -> Nullable<Date>,
        answer -> Nullable<Text>,
        meeting_id -> Nullable<BigInt>,
        why -> Text,
        answered_at -> Nullable<Timestamptz>,
        answered_by -> Nullable<BigInt>,
        withdrawn_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    requisition_signatures (requisition_id, member_id) {
        requisition_id -> BigInt,
        member_id -> BigInt,
        signed_at -> Timestamptz,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    coops,
    rule_profiles,
    accounts,
    sessions,
    drafts,
    sign_in_links,
    api_tokens,
    deliveries,
    event_cursors,
    events,
    jobs,
    members,
    member_phones,
    member_statuses,
    arrears,
    units,
    occupancies,
    committees,
    seats,
    imports,
    import_layouts,
    tasks,
    polls,
    questions,
    choices,
    roll,
    left_out,
    open_ballots,
    reasons,
    guests,
    guest_answers,
    results,
    decisions,
    decision_relations,
    notices,
    preferences,
    mail_rhythms,
    score_runs,
    scores,
);
