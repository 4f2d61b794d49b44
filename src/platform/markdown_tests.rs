//! What may stand on a page of what somebody wrote, whatever they wrote.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::{TAGS, html, plain};

fn shown(text: &str) -> String {
    html(text, 3).replace('\n', "")
}

/// Every tag of a page's part, with its attributes.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or_default()).collect()
}

/// Only what is on the list, each with no attribute but its own.
fn check(text: &str) {
    let html = html(text, 2);
    for tag in tags(&html) {
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let name = name.trim_start_matches('/');
        assert!(TAGS.contains(&name), "<{tag}> of {text:?}");
        let right = match name {
            "a" => {
                ["href=\"http://", "href=\"https://", "href=\"mailto:"].iter().any(|with| attributes.starts_with(with))
                    && attributes.ends_with("\" rel=\"nofollow noopener\"")
            }
            "div" => attributes == "class=\"scroll\" tabindex=\"0\"" || attributes == "tabindex=\"0\" class=\"scroll\"",
            "table" => attributes == "class=\"t\"",
            "ol" => attributes.trim_start_matches("start=\"").trim_end_matches('"').chars().all(|c| c.is_ascii_digit()),
            _ => attributes.is_empty(),
        };
        assert!(right || tag.starts_with('/') && attributes.is_empty(), "<{tag}> of {text:?}");
    }
}

#[test]
fn a_few_marks_are_known() {
    assert_eq!(shown("**Bold** and *so*"), "<p><strong>Bold</strong> and <em>so</em></p>");
    assert_eq!(shown("- one\n- two"), "<ul><li>one</li><li>two</li></ul>");
    assert_eq!(shown("3. one\n4. two"), "<ol start=\"3\"><li>one</li><li>two</li></ol>");
    assert_eq!(shown("> Said"), "<blockquote><p>Said</p></blockquote>");
    assert_eq!(
        shown("[The plan](https://example.org/a)"),
        "<p><a href=\"https://example.org/a\" rel=\"nofollow noopener\">The plan</a></p>"
    );
    assert_eq!(shown("<ana@example.org>").matches("href=\"mailto:ana@example.org\"").count(), 1);
    let table = shown("| Work | Cost |\n|---|--:|\n| Roof | 10 |");
    assert!(table.starts_with("<div class=\"scroll\" tabindex=\"0\"><table class=\"t\"><thead>"), "{table}");
    assert!(table.contains("<td>10</td>") && table.ends_with("</table></div>"), "{table}");
}

#[test]
fn a_text_without_marks_is_shown_as_it_was_written() {
    assert_eq!(shown("One\ntwo\n\n<b>&\"three\"\n\n\n"), "<p>One<br>two</p><p>&lt;b&gt;&amp;\"three\"</p>");
    assert_eq!(shown("    four spaces\n    before"), "<p>four spaces<br>before</p>");
    assert_eq!(shown("2 * 3 * 4 = 24, `x`, ~y~, a_b_c"), "<p>2 * 3 * 4 = 24, x, ~y~, a_b_c</p>");
    assert_eq!(shown(""), "");
}

#[test]
fn an_address_of_the_web_is_a_link() {
    let linked =
        shown("See https://example.org/a_b?b=1&c=2. (http://x.org), javascript:alert(1) https:// http://\"onx=1");
    assert!(
        linked.contains("<a href=\"https://example.org/a_b?b=1&amp;c=2\" rel=\"nofollow noopener\">https://example.org/a_b?b=1&amp;c=2</a>. (<a"),
        "{linked}"
    );
    assert!(linked.contains("</a>), javascript:alert(1) https:// "), "{linked}");
    assert_eq!(linked.matches("<a href=\"http").count(), linked.matches("<a ").count(), "{linked}");
    assert!(!linked.contains("href=\"http://\""), "{linked}");
}

#[test]
fn headings_stand_below_those_of_the_page() {
    assert_eq!(html("# A\n## B\n# C", 3).replace('\n', ""), "<h3>A</h3><h4>B</h4><h3>C</h3>");
    assert_eq!(html("### A\n##### B\n# C\n###### D", 2).replace('\n', ""), "<h2>A</h2><h3>B</h3><h2>C</h2><h3>D</h3>");
    assert_eq!(html("# A\n## B\n### C\n#### D", 5).replace('\n', ""), "<h5>A</h5><h6>B</h6><h6>C</h6><h6>D</h6>");
}

#[test]
fn nothing_that_somebody_typed_is_markup() {
    let hostile = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick=\"x()\">b</b> <!-- c -->",
        "<style>*{display:none}</style>\n\n<iframe src=\"https://x.org\"></iframe>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&#58;alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x) [y](//evil.org) [z](/polls) [w](#a) [v](file:///etc/passwd)",
        "[x](https://e.org\"onmouseover=\"alert(1))",
        "[x](https://e.org \"t\\\" onmouseover=alert(1)\")",
        "<https://e.org/\"onmouseover=x>",
        "<javascript:alert(1)>",
        "![pixel](https://track.example/p.png)",
        "![a ![b](x)](y) [![c](d)](javascript:e)",
        "[a]: javascript:alert(1)\n\n[a]",
        "<svg><a xlink:href=\"javascript:x\">y</a></svg>",
        "</p></div></main><form action=/x><button>",
        "<table><tr><td style=x>",
        "| <script> | b |\n|:-:|---|\n| [x](javascript:1) | <td> |",
        "``` \"><script>\nalert(1)\n```",
        "`<b>` &lt;script&gt; &#60;script&#62;",
        "\u{0}\u{fffe}<a\u{0}href=x>",
    ];
    for text in hostile {
        check(text);
        let html = html(text, 3);
        assert!(!html.contains("<a href") || html.contains("https://e.org"), "{text}: {html}");
        check(&plain(text));
    }
    assert!(html("![pixel](https://track.example/p.png)", 3).contains("pixel"));
    assert!(html("<script>alert(1)</script>", 3).contains("&lt;script&gt;alert(1)"));
}

#[test]
fn a_text_past_all_measure_takes_no_time() {
    let table = format!("{}\n{}\n{}", "|a".repeat(2_500), "|-".repeat(2_500), "x\n".repeat(5_000));
    let shapes = [
        ">".repeat(20_000),
        "[".repeat(20_000),
        "![".repeat(10_000),
        "- ".repeat(10_000),
        format!("{}{}", "- ".repeat(5_000), "\n".repeat(10_000)),
        "*a **a ".repeat(2_800),
        "*".repeat(20_000),
        "_a__".repeat(5_000),
        "`".repeat(20_000),
        "`a``b```c".repeat(2_200),
        "[a](<b".repeat(3_300),
        "[a](b".repeat(4_000),
        "<a <".repeat(5_000),
        "<!--".repeat(5_000),
        "&#x".repeat(6_600),
        "1. ".repeat(6_600),
        "# ".repeat(10_000),
        "> - ".repeat(5_000),
        "a\n".repeat(10_000),
        "[a]: b\n".repeat(2_800),
        "https://a.b ".repeat(1_600),
        table,
        format!("[a]: {}\n\n{}", "x".repeat(5_000), "[a]".repeat(5_000)),
    ];
    for text in shapes {
        let began = Instant::now();
        let (html, plain) = (html(&text, 2), plain(&text));
        let took = began.elapsed();
        let start: String = text.chars().take(12).collect();
        assert!(took < Duration::from_secs(2), "{start}: {took:?}");
        assert!(html.len() < 40 * text.len(), "{start} makes {} bytes", html.len());
        assert!(plain.len() < 4 * text.len() + 100, "{start} makes {} bytes", plain.len());
        assert!(html.matches("<blockquote>").count() <= super::ELEMENTS_MAX, "{start}");
        check(&text);
    }
}

#[test]
fn words_alone_say_the_same() {
    assert_eq!(
        plain("# Why\nIt **leaks**.\n\n- one\n- two\n\nSee [it](https://x.org)."),
        "Why\n\nIt leaks.\n\n- one\n- two\n\nSee it (https://x.org)."
    );
    assert_eq!(plain("1. a\n2. b\n   - c"), "1. a\n2. b\n- c");
    assert_eq!(plain("One\ntwo\n\nthree https://x.org/a"), "One\ntwo\n\nthree https://x.org/a");
    assert_eq!(plain("<ana@example.org> <b>x</b>"), "ana@example.org <b>x</b>");
    assert_eq!(plain("| a | b |\n|---|---|\n| c | d |\n\nx"), "a; b\nc; d\n\nx");
}

proptest! {
    #[test]
    fn only_what_is_on_the_list_comes_out(
        parts in proptest::collection::vec(prop_oneof![
            "[a-z<>&\"'\\[\\]()!*_`#|:/\\- \n]{0,12}",
            Just("<script>".to_owned()), Just("](javascript:".to_owned()), Just("](https://x.org/".to_owned()),
            Just("![".to_owned()), Just("\n> ".to_owned()), Just("\n\n    ".to_owned()), Just("|\n|---|\n|".to_owned()),
            Just("onclick=\"".to_owned()), Just("<a href=\"".to_owned()), Just("&colon;".to_owned()), "\\PC{0,6}",
        ], 0..40)
    ) {
        let text = parts.concat();
        check(&text);
        plain(&text);
    }
}
