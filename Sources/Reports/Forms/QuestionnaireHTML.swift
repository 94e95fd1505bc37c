import Documents
import Instruments
import Text

/// One questionnaire of a packet as HTML.
struct QuestionnaireHTML {
  let packet: FormPacket
  let instrument: Instrument

  var html: HTML {
    HTML.element(
      "section", ["class": "questionnaire"],
      [
        HTML.element(
          "h3",
          [
            "\(instrument.name) ",
            HTML.element("span", ["class": "title"], ["\(instrument.title)"]),
          ])
      ] + instructions + [instrument.isEnteredAsTotal ? total : table, entry])
  }

  private var instructions: [HTML] {
    let stem = instrument.stem.map { [HTML.element("p", ["class": "stem"], ["\($0)"])] } ?? []
    let recall = instrument.recall.flatMap { recall in
      instrument.stem?.contains(recall) == true
        ? nil : HTML.element("p", ["Period asked about: \(recall)"])
    }
    let placeholder = HTML.element(
      "p", ["class": "placeholder"],
      [
        "The wording may not be printed here: read the questions from the publisher's form.",
        " The answers can be marked below.",
      ])
    return (instrument.hasFreeWording ? [] : [placeholder]) + stem + [recall].compactMap(\.self)
  }

  // MARK: - Answers

  /// The items with the places for their answers. The head, which is printed again on every page
  /// that the table reaches, tells whose answers these are.
  private var table: HTML {
    let rows = instrument.items.enumerated().map { index, item in
      HTML.element("tr", [question(item, number: index + 1)] + answers(to: item))
    }
    return HTML.element(
      "table", ["class": tableClass, "aria-label": instrument.name],
      [HTML.element("thead", [HTML.element("tr", [key] + head)]), HTML.element("tbody", rows)])
  }

  private var tableClass: String {
    guard let sharedScale else { return "list" }
    return sharedScale.hasLabels ? "grid labeled" : "grid"
  }

  /// The questionnaire, the participant and the timepoint, or a place to write who it is.
  private var key: HTML {
    let participant: [HTML] =
      packet.participant.map { ["\($0)"] } ?? [
        "id ", HTML.element("span", ["class": "line short"]),
      ]
    let timepoint = packet.timepoint.map { " · \($0)" } ?? ""
    return HTML.element(
      "th", ["scope": "col", "class": "key"],
      ["\(instrument.name) · "] + participant + ["\(timepoint)"])
  }

  private var head: [HTML] {
    guard let scale = sharedScale else { return [HTML.element("th", ["scope": "col"], ["Answer"])] }
    let labels = scale.hasLabels ? scale.labels : scale.codes.map { "\($0)" }
    return labels.map { HTML.element("th", ["scope": "col"], ["\($0)"]) }
  }

  /// The scale of all items, if they share one whose codes have room side by side.
  private var sharedScale: AnswerScale? {
    guard let scale = instrument.items.first?.answers,
      instrument.items.allSatisfy({ $0.answers == scale })
    else { return nil }
    return scale.codes.count <= (scale.hasLabels ? 7 : AnswerPlace.mostBoxes) ? scale : nil
  }

  private func question(_ item: Item, number: Int) -> HTML {
    let words: [HTML] =
      item.text.map { ["\($0)"] }
      ?? [
        HTML.element("em", ["See the publisher's form"]), "\(item.topic.map { " (\($0))" } ?? "")",
      ]
    return HTML.element(
      "th", ["scope": "row"], [HTML.element("span", ["class": "number"], ["\(number). "])] + words)
  }

  private func answers(to item: Item) -> [HTML] {
    if let scale = sharedScale {
      return scale.codes.map { HTML.element("td", [AnswerPlace.box($0)]) }
    }
    return [HTML.element("td", AnswerPlace.all(of: item.answers))]
  }

  private var total: HTML {
    HTML.element(
      "p",
      [
        "Total score ", HTML.element("span", ["class": "line short"]), " ",
        HTML.element("small", ["\(instrument.allowedScores)"]),
      ])
  }

  // MARK: - Entry

  /// The command that enters the form, for the person who does.
  private var entry: HTML {
    let words = [
      packet.participant.map(ShellWord.quoted) ?? "ID", packet.timepoint ?? "TIMEPOINT",
      instrument.id.rawValue,
    ]
    return HTML.element(
      "p", ["class": "entry"],
      [
        "Entry: ", HTML.element("code", ["outcomes record \(words.joined(separator: " "))"]),
        instrument.isEnteredAsTotal ? "" : "; a dot (.) for an item without an answer",
      ])
  }
}
