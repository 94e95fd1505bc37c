import Documents
import Instruments
import Text

/// A page of blank forms to be printed: one packet after another, each on paper of its own.
package struct FormsPage: Sendable {
  private let program: String
  private let packets: [FormPacket]

  /// - Parameter program: the name of the program.
  package init(program: String, packets: [FormPacket]) {
    self.program = program
    self.packets = packets
  }

  /// The size in words: `12 questionnaires for 3 participants`.
  package var size: String {
    let forms = packets.reduce(0) { $0 + $1.instruments.count }
    let people = Set(packets.compactMap(\.participant)).count
    let questionnaires = ReadableNumber.count(forms, "questionnaire")
    return people == 0
      ? "\(questionnaires) without an id"
      : "\(questionnaires) for \(ReadableNumber.count(people, "participant"))"
  }

  /// The instruments of which some item cannot be printed, in the order in which they occur.
  package var withoutWording: [Instrument] {
    var known: Set<InstrumentID> = []
    return packets.flatMap(\.instruments).filter { instrument in
      !instrument.hasFreeWording && known.insert(instrument.id).inserted
    }
  }

  /// Writes the page in pieces, ending with a line feed.
  package func write<Failure: Error>(
    to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let page = HTMLPage(title: title, style: FormsStyle.sheet)
    try sink(page.start)
    try sink(cover.source)
    try sink("<main>\n")
    for (index, packet) in packets.enumerated() {
      try sink(PacketHTML(packet: packet, program: program, anchor: anchor(index)).html.source)
    }
    try sink("</main>\n")
    try sink(page.end)
  }

  private var title: String { "\(program): blank forms" }

  private func anchor(_ index: Int) -> String { "packet-\(index + 1)" }

  /// The part that is shown on the screen and not printed.
  private var cover: HTML {
    let links = packets.enumerated().map { index, packet in
      let names = packet.instruments.map(\.name).joined(separator: ", ")
      return HTML.element(
        "li", [HTML.element("a", ["href": "#\(anchor(index))"], ["\(packet.label)"]), ": \(names)"])
    }
    return HTML.element(
      "header", ["class": "cover"],
      [
        HTML.element("h1", ["\(title)"]),
        HTML.element(
          "p",
          [
            "\(size). Print this page on A4 or Letter, at 100 %. This part is not printed."
          ]),
      ] + missing + [
        HTML.element("p", ["The forms, in the order of the sheets:"]),
        HTML.element("nav", ["aria-label": "Forms"], [HTML.element("ol", links)]),
      ])
  }

  /// What must be added to the print, with who may use it.
  private var missing: [HTML] {
    guard !withoutWording.isEmpty else { return [] }
    let list = withoutWording.map { instrument in
      HTML.element("li", ["\(instrument.name). \(instrument.permission ?? "")"])
    }
    return [
      HTML.element("p", ["Add the publisher's form of these, whose wording is not printed here:"]),
      HTML.element("ul", list),
    ]
  }
}

extension Instrument {
  /// True if every item may be printed with its wording.
  var hasFreeWording: Bool { items.allSatisfy { $0.text != nil } }
}
