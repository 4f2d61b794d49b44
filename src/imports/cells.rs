//! Cells of a spreadsheet read into values: statuses, telephones, addresses, committees, what a home is called. Pure.

use std::collections::HashSet;

use super::columns::folded;
use crate::members::Status;
use crate::platform::i18n::Lang;
use crate::platform::phone;

/// Words for statuses in both languages, folded.
const STATUSES: &[(Status, &[&str])] = &[
    (
        Status::Member,
        &[
            "active",
            "member",
            "full member",
            "regular",
            "current",
            "actif",
            "active member",
            "membre",
            "membre actif",
            "membre regulier",
        ],
    ),
    (
        Status::Applicant,
        &["applicant", "application", "candidate", "waiting list", "candidat", "candidate", "candidature", "postulant"],
    ),
    (
        Status::Auxiliary,
        &["auxiliary", "auxiliary member", "associate", "auxiliaire", "membre auxiliaire", "probation"],
    ),
    (Status::OnLeave, &["on leave", "leave", "absent", "away", "en conge", "conge", "absence"]),
    (Status::Suspended, &["suspended", "suspension", "suspendu", "suspendue"]),
    (
        Status::Former,
        &[
            "former",
            "former member",
            "inactive",
            "left",
            "moved out",
            "ancien",
            "ancienne",
            "ancien membre",
            "inactif",
            "parti",
        ],
    ),
];

pub fn status(cell: &str) -> Option<Status> {
    let word = folded(cell);
    STATUSES.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(status, _)| *status)
}

pub fn language(cell: &str) -> Option<Lang> {
    match folded(cell).as_str() {
        "en" | "eng" | "english" | "anglais" | "en ca" => Some(Lang::En),
        "fr" | "fra" | "fre" | "french" | "francais" | "fr ca" => Some(Lang::Fr),
        _ => None,
    }
}

/// The phone numbers of a cell: one, or several with `;`, `/`, a comma, a line end, "or" or "et" between them, each with what it is
/// in front if one likes: `cell: 613 555-0142 / home: 613 555-0143`. `None` when a part of it is none.
pub fn phones(cell: &str) -> Option<Vec<String>> {
    if let Some(one) = phone::read(cell) {
        return Some(vec![one]);
    }
    let mut apart = cell.replace([';', '/', ',', '|'], "\n").replace(":::", "\n");
    for word in [" or ", " and ", " ou ", " et "] {
        apart = apart.replace(word, "\n");
    }
    let number = |part: &str| phone::read(part.trim_start_matches(|c: char| c.is_alphabetic() || " .:".contains(c)));
    let parts = apart.split('\n').filter(|part| !part.trim().is_empty());
    let mut found: Vec<String> = Vec::new();
    for part in parts {
        let one = number(part)?;
        if !found.contains(&one) {
            found.push(one);
        }
    }
    Some(found).filter(|found| !found.is_empty())
}

/// A cell that says nothing: "n/a", "aucun", "--".
pub fn says_nothing(cell: &str) -> bool {
    let word = folded(cell);
    ["", "n a", "none", "aucun", "aucune", "nil", "s o", "sans objet", "inconnu", "inconnue", "unknown"]
        .contains(&word.as_str())
}

/// The addresses of a cell in small letters: `Ada Ng <ada@example.org>`, `mailto:ada@example.org`, several with a sign between
/// them. `Err` when a part of it is none.
pub fn emails(cell: &str) -> Result<Vec<String>, ()> {
    let mut found = Vec::new();
    for part in cell.replace(":::", "\n").split([';', ',', '\n', '/', '|']) {
        let part = part.trim();
        let inside = part.split_once('<').and_then(|(_, rest)| rest.strip_suffix('>')).unwrap_or(part).trim();
        let plain = inside.strip_prefix("mailto:").unwrap_or(inside).to_lowercase();
        if plain.is_empty() {
            continue;
        }
        let host = plain.rsplit('@').next().unwrap_or_default();
        if plain.parse::<lettre::Address>().is_err()
            || host.split('.').count() < 2
            || host.split('.').any(str::is_empty)
        {
            return Err(());
        }
        if !found.contains(&plain) {
            found.push(plain);
        }
    }
    Ok(found)
}

/// How an address may be meant that is none as it stands: "eve [at] example.org".
pub fn proposed_email(cell: &str) -> Option<String> {
    let mut text = cell.trim().to_lowercase();
    for (word, sign) in
        [("[at]", "@"), ("(at)", "@"), (" at ", "@"), ("[dot]", "."), (" dot ", "."), (" point ", "."), ("(a)", "@")]
    {
        text = text.replace(word, sign);
    }
    let text = text.replace(' ', "");
    emails(&text).ok().filter(|found| found.len() == 1)?.pop()
}

/// Several values in one cell, with `;`, a line end, `/`, `|` or `:::` between them. A comma may be part of a name.
pub fn several(cell: &str) -> Vec<String> {
    unlike(cell.replace(":::", "\n").split([';', '\n', '/', '|']))
}

fn unlike<'a>(parts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for part in parts {
        let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
        if !part.is_empty() && !values.iter().any(|known| folded(known) == folded(&part)) {
            values.push(part);
        }
    }
    values
}

/// The committees of a cell, a comma between them too.
pub fn committees(cell: &str) -> Vec<String> {
    unlike(several(cell).iter().flat_map(|part| part.split(',')))
}

/// The same, where "Finance et Social" is two if both stand alone elsewhere, and one name if not.
pub fn committees_among(cell: &str, alone: &HashSet<String>) -> Vec<String> {
    let apart = |name: &String| {
        let mut text = name.replace('&', "\n");
        for word in [" et ", " and "] {
            text = text.replace(word, "\n");
        }
        let parts = unlike(text.split('\n'));
        if parts.len() > 1 && parts.iter().all(|part| alone.contains(&folded(part))) {
            parts
        } else {
            vec![name.clone()]
        }
    };
    let all: Vec<String> = committees(cell).iter().flat_map(apart).collect();
    unlike(all.iter().map(String::as_str))
}

const HOME_WORDS: [&str; 18] = [
    "unit",
    "unite",
    "apt",
    "appt",
    "apartment",
    "app",
    "appartement",
    "logement",
    "lgt",
    "log",
    "lot",
    "suite",
    "ste",
    "home",
    "no",
    "local",
    "porte",
    "townhouse",
];

/// The homes of a cell, each as it is called: "App. 203" and "#203" are 203, "205.0" is 205, "101, 102" are two.
pub fn homes(cell: &str) -> Vec<String> {
    let mut parts = several(cell);
    for sign in [",", "&", " et ", " and "] {
        let number = |part: &str| part.chars().any(|c| c.is_ascii_digit()) && part.trim().chars().count() <= 10;
        let apart = |part: &String| match part.split(sign).collect::<Vec<_>>() {
            all if all.len() > 1 && all.iter().all(|part| number(part)) => {
                all.iter().map(|part| part.trim().to_owned()).collect()
            }
            _ => vec![part.clone()],
        };
        parts = parts.iter().flat_map(apart).collect();
    }
    let called: Vec<String> = parts.iter().map(|part| called(part)).collect();
    unlike(called.iter().map(String::as_str))
}

/// Without the word for a home before a number, and without the ".0" that a spreadsheet program put behind it.
fn called(part: &str) -> String {
    let plain = part.trim().trim_start_matches('#').trim();
    let rest = plain.split_once([' ', '.', ':', '#']).and_then(|(word, rest)| {
        let rest = rest.trim_start_matches([' ', '.', ':', '#', '°', 'º']);
        (HOME_WORDS.contains(&folded(word).as_str()) && rest.starts_with(|c: char| c.is_ascii_digit())).then_some(rest)
    });
    let plain = rest.unwrap_or(plain);
    match plain.split_once('.') {
        Some((whole, "0" | "00")) if !whole.is_empty() && whole.bytes().all(|b| b.is_ascii_digit()) => whole.to_owned(),
        _ => plain.to_owned(),
    }
}

/// A home's name as one compares it: "Unit 901", "# 901" and "901" are one, "204 A" and "204A", "0205" and "205"; a building in
/// brackets behind it tells two apart.
pub fn home_key(name: &str) -> String {
    let (label, block) = name.strip_suffix(')').and_then(|rest| rest.split_once(" (")).unwrap_or((name, ""));
    let whole = folded(&called(label));
    let rest = whole.split_once(' ').filter(|(word, _)| HOME_WORDS.contains(word)).map(|(_, rest)| rest.to_owned());
    let whole = rest.unwrap_or(whole);
    let number = whole.trim_start_matches('0');
    let number = if number.starts_with(|c: char| c.is_ascii_digit()) { number } else { &whole };
    let label = match number.split_once(' ') {
        Some((digits, letter)) if letter.len() == 1 && digits.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{digits}{letter}")
        }
        _ => number.to_owned(),
    };
    if block.is_empty() { label } else { format!("{label}|{}", folded(block)) }
}

/// Whether a text names a home by its word: "Unit 203", "Logement 203", "#203".
pub fn is_home(text: &str) -> bool {
    let plain = text.trim();
    let number = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    let words = folded(plain);
    let named = words.split_once(' ').is_some_and(|(word, rest)| HOME_WORDS.contains(&word) && number(rest));
    named || plain.strip_prefix('#').is_some_and(|rest| number(rest.trim()))
}

/// The floor that a cell names: "2", "2e étage", "RDC", "basement".
pub fn floor_named(cell: &str) -> Option<i32> {
    let word = folded(cell);
    if let Some(floor) = cell.trim().parse().ok().filter(|floor| (-5..=99).contains(floor)) {
        return Some(floor);
    }
    let digits: String = word.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    match word.as_str() {
        "rdc" | "rez de chaussee" | "ground" | "ground floor" | "rc" => Some(0),
        "ss" | "sous sol" | "basement" | "b" => Some(-1),
        _ => digits.parse().ok().filter(|floor| (0..=99).contains(floor)),
    }
}

/// The floor that a home's number tells by custom: 312 is on the third, 1204 on the twelfth.
pub fn floor(label: &str) -> Option<i32> {
    let digits: String = label.chars().take_while(char::is_ascii_digit).collect();
    let rest = label.len() - digits.len();
    if !(3..=4).contains(&digits.len()) || rest > 1 {
        return None;
    }
    digits.parse::<i32>().ok().map(|number| number / 100).filter(|floor| *floor > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_homes_and_committees_are_read() {
        assert_eq!(
            [home_key("Unit 901"), home_key("#901"), home_key("Lot B"), home_key("101 (A)")],
            ["901", "901", "b", "101|a"]
        );
        assert_eq!(
            (home_key("204 A"), home_key("0205"), home_key("0")),
            ("204a".to_owned(), "205".to_owned(), "0".to_owned())
        );
        for (cell, expected) in [
            ("App. 203", vec!["203"]),
            ("Logement #206", vec!["206"]),
            ("205.0", vec!["205"]),
            ("101, 102", vec!["101", "102"]),
            ("400-203", vec!["400-203"]),
            ("TH-3", vec!["TH-3"]),
            ("206 (sous-sol)", vec!["206 (sous-sol)"]),
            ("Lot B", vec!["Lot B"]),
        ] {
            assert_eq!(homes(cell), expected, "{cell}");
        }
        assert_eq!(status("En congé"), Some(Status::OnLeave));
        assert_eq!(status("ACTIF"), Some(Status::Member));
        assert_eq!(status("king"), None);
        assert_eq!(several("Social; Finance ;social"), ["Social", "Finance"]);
        let alone = HashSet::from(["finance".to_owned(), "social".to_owned()]);
        assert_eq!(
            committees_among("Finance et Social, Entretien et neige", &alone),
            ["Finance", "Social", "Entretien et neige"]
        );
        assert_eq!((floor("312"), floor("1204"), floor("12B"), floor("101A")), (Some(3), Some(12), None, Some(1)));
        assert_eq!(
            (floor_named("2e étage"), floor_named("RDC"), floor_named("-1"), floor_named("x")),
            (Some(2), Some(0), Some(-1), None)
        );
    }

    #[test]
    fn a_home_is_told_from_a_person_by_its_word() {
        assert!(["Unit 203", "HOME 203", "Logement 203", "Apt. 4B", "# 12"].into_iter().all(is_home));
        assert!(!["Ada Ng", "203", "Home", "Lot Bernier", "Suite Home"].into_iter().any(is_home));
    }

    #[test]
    fn a_cell_holds_one_address_or_several() {
        let one = |text: &str| emails(text).map(|found| found.join(" "));
        assert_eq!(one("Ada Ng <Ada@Example.org>").as_deref(), Ok("ada@example.org"));
        assert_eq!(one("mailto:ada@example.org").as_deref(), Ok("ada@example.org"));
        assert_eq!(one("a@example.org ::: b@example.org").as_deref(), Ok("a@example.org b@example.org"));
        for text in ["eve [at] example.org", "ian@example", "uma@example..org", "x"] {
            assert_eq!(emails(text), Err(()), "{text}");
        }
        assert_eq!(proposed_email("eve [at] example.org").as_deref(), Some("eve@example.org"));
        assert!(["n/a", "N/A", "aucun", "--", "?"].into_iter().all(says_nothing));
    }

    #[test]
    fn a_cell_holds_one_phone_or_several() {
        assert_eq!(phones("613.555.0194"), Some(vec!["613 555-0194".to_owned()]));
        let two = ["613 555-0194", "819 555-0142"].map(str::to_owned).to_vec();
        for text in ["613 555-0194 / 8195550142", "c. 613-555-0194; h: (819) 555-0142", "613.555.0194 ou 819.555.0142"]
        {
            assert_eq!(phones(text).as_ref(), Some(&two), "{text}");
        }
        assert_eq!(phones("613 555-0194, 613.555.0194").map(|all| all.len()), Some(1), "the same one twice is one");
        for text in ["613 555-0194 / later", "", "613 555-0194, 0142"] {
            assert_eq!(phones(text), None, "{text}");
        }
    }
}
