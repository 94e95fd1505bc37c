import Documents
import Instruments

/// A packet as HTML: whose it is, when it was filled in and by whom, and its questionnaires.
struct PacketHTML {
  let packet: FormPacket
  /// The name of the program.
  let program: String
  /// The id of the element.
  let anchor: String

  var html: HTML {
    HTML.element(
      "article", ["class": "packet", "id": anchor, "aria-label": packet.label],
      [
        HTML.element("p", ["class": "program"], ["\(program)"]),
        HTML.element(
          "h2", named("Participant", packet.participant) + named("Timepoint", packet.timepoint)),
        HTML.element("p", ["class": "fields"], date + filledInBy),
      ] + packet.instruments.map { QuestionnaireHTML(packet: packet, instrument: $0).html })
  }

  /// A value with its name, or a place to write it.
  private func named(_ name: String, _ value: String?) -> [HTML] {
    [
      HTML.element(
        "span", ["class": "named"],
        [
          HTML.element("span", ["class": "name"], ["\(name)"]), " ",
          value.map { "\($0)" } ?? HTML.element("span", ["class": "line short"]),
        ]), " ",
    ]
  }

  /// A place for the date, in the order in which it is entered.
  private var date: [HTML] {
    let groups = [4, 2, 2].map(AnswerPlace.digits)
    return [
      HTML.element(
        "span", ["class": "named"],
        ["Date ", groups[0], " – ", groups[1], " – ", groups[2]]
          + [" ", HTML.element("small", ["year, month, day"])]), " ",
    ]
  }

  private var filledInBy: [HTML] {
    [
      HTML.element(
        "span", ["class": "named"],
        [
          "Filled in by ", AnswerPlace.box, " the participant ", AnswerPlace.box,
          " with help from ",
          HTML.element("span", ["class": "line"]),
        ])
    ]
  }
}
