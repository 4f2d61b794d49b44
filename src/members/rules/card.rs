//! A vCard (RFC 2426, version 3.0, which every address book reads) of what somebody shares. Pure.

/// Octets of a line before it is folded.
const LINE_OCTETS_MAX: usize = 75;

/// What stands on a card. Empty and missing things are left out.
#[derive(Debug, Default)]
pub struct Card<'a> {
    /// As people say it.
    pub name: &'a str,
    pub given_name: &'a str,
    pub family_name: &'a str,
    pub email: Option<&'a str>,
    /// Label and number.
    pub phones: Vec<(&'a str, &'a str)>,
    pub coop: &'a str,
}

/// The text of a card, with the line ends that address books expect.
pub fn text(card: &Card<'_>) -> String {
    let mut out = String::new();
    let mut line = |text: String| fold(&text, &mut out);
    line("BEGIN:VCARD".to_owned());
    line("VERSION:3.0".to_owned());
    line(format!("N:{};{};;;", escaped(card.family_name), escaped(card.given_name)));
    line(format!("FN:{}", escaped(card.name)));
    line(format!("ORG:{}", escaped(card.coop)));
    if let Some(email) = card.email {
        line(format!("EMAIL;TYPE=INTERNET:{}", escaped(email)));
    }
    for (at, (label, number)) in card.phones.iter().enumerate() {
        // A label of the member's own needs a group, which is how address books name it.
        if label.is_empty() {
            line(format!("TEL;TYPE=VOICE:{}", escaped(number)));
        } else {
            line(format!("item{}.TEL;TYPE=VOICE:{}", at + 1, escaped(number)));
            line(format!("item{}.X-ABLABEL:{}", at + 1, escaped(label)));
        }
    }
    line("END:VCARD".to_owned());
    out
}

/// Characters that would end a value or begin another (RFC 2426, 4).
fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Long lines go on with a space in front (RFC 2425, 5.8.1), never cut within a character.
fn fold(line: &str, out: &mut String) {
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > LINE_OCTETS_MAX {
            out.push_str("\r\n ");
            octets = 1;
        }
        octets += c.len_utf8();
        out.push(c);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_card_says_what_is_shared_and_nothing_else() {
        let card =
            Card { name: "Zoé Côté", given_name: "Zoé", family_name: "Côté", coop: "Coop", ..Card::default() };
        assert_eq!(
            text(&card),
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Côté;Zoé;;;\r\nFN:Zoé Côté\r\nORG:Coop\r\nEND:VCARD\r\n"
        );
        let phones = vec![("mobile", "613 555-0101"), ("", "613 555-0102")];
        let whole = text(&Card { phones, email: Some("z@example.org"), ..card });
        assert!(
            whole
                .contains("item1.TEL;TYPE=VOICE:613 555-0101\r\nitem1.X-ABLABEL:mobile\r\nTEL;TYPE=VOICE:613 555-0102")
        );
    }

    proptest! {
        #[test]
        fn no_name_adds_a_line_or_a_field(name in "\\PC{0,120}", family in "[;,\\\\\r\nA-Zé]{0,40}") {
            let card = Card { name: &name, given_name: &name, family_name: &family, ..Card::default() };
            let text = text(&card);
            let lines: Vec<&str> = text.split("\r\n").collect();
            prop_assert!(lines.iter().all(|line| line.len() <= LINE_OCTETS_MAX && !line.contains('\n')));
            let starts = lines.iter().filter(|line| !line.is_empty() && !line.starts_with(' ')).count();
            prop_assert_eq!(starts, 6);
        }
    }
}
