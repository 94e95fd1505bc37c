import Foundation
import TestSupport
import XCTest

@testable import Instruments
@testable import Reports

final class FormsPageTests: XCTestCase {
  private static let total = Instrument(
    id: InstrumentID(builtIn: "stars"), name: "Stars & co", title: "A total only",
    construct: "hope", direction: .higherIsBetter, items: [], scoring: .sum(multiplier: 1),
    range: 0...40)

  private static let packets = [
    FormPacket(
      participant: "P<1>&", timepoint: "day30",
      instruments: [BuiltInInstruments.ucla3, BuiltInInstruments.phq9]),
    FormPacket(
      participant: "P002", timepoint: "baseline",
      instruments: [
        BuiltInInstruments.hrqol4, BuiltInInstruments.promisPhysicalHealth,
        BuiltInInstruments.onsLifeSatisfaction, total,
      ]),
    FormPacket(participant: nil, timepoint: nil, instruments: [BuiltInInstruments.gad2]),
  ]

  private func page(_ packets: [FormPacket]) -> String {
    var text = ""
    FormsPage(program: "Riverside <peer> & support", packets: packets).write { text += $0 }
    return text
  }

  func testPageIsTheRecordedOne() throws {
    try Golden.check(page(Self.packets), "forms.html")
  }

  func testPageIsWellFormedAndCanBeReadAloud() throws {
    let elements = try PageElements(page(Self.packets))
    XCTAssertEqual(elements.named("html").map { $0["lang"] }, ["en"])
    XCTAssertEqual(elements.named("h1").count, 1)
    XCTAssertEqual(elements.named("h2").count, 3)
    XCTAssertEqual(elements.named("h3").count, 7)
    XCTAssertTrue(elements.named("th").allSatisfy { ["col", "row"].contains($0["scope"]) })
    XCTAssertTrue(elements.named("table").allSatisfy { $0["aria-label"]?.isEmpty == false })
    XCTAssertEqual(
      elements.named("a").compactMap { $0["href"] },
      elements.named("article").compactMap { $0["id"] }.map { "#\($0)" })
    XCTAssertTrue(["script", "link", "img", "iframe"].allSatisfy { elements.named($0).isEmpty })
    XCTAssertTrue(elements.all.allSatisfy { $0.attributes["src"] == nil })
  }

  /// A box for every answer: 9 items of 4 answers; and of the HRQOL-4, one item of 5 answers and
  /// three numbers of 2 digits.
  func testEveryAnswerHasAPlace() throws {
    func counts(_ instrument: Instrument) throws -> (boxes: Int, digits: Int) {
      let packet = FormPacket(participant: "P1", timepoint: "day30", instruments: [instrument])
      let classes = try PageElements(page([packet])).named("span").compactMap { $0["class"] }
      return (classes.count { $0.hasPrefix("choice") }, classes.count { $0 == "digit" } - 8)
    }
    let expectations = [
      (BuiltInInstruments.phq9, 36, 0), (BuiltInInstruments.hrqol4, 5, 6),
      (BuiltInInstruments.onsLifeSatisfaction, 11, 0), (BuiltInInstruments.swemwbs, 35, 0),
      (BuiltInInstruments.promisPhysicalHealth, 5 + 5 + 11 + 5, 0), (Self.total, 0, 0),
    ]
    for (instrument, boxes, digits) in expectations {
      let found = try counts(instrument)
      XCTAssertEqual(found.boxes, boxes, instrument.name)
      XCTAssertEqual(found.digits, digits, instrument.name)
    }
  }

  /// Only wording that may be reproduced is printed, and what is missing is said.
  func testWordingIsPrintedWhereItIsFree() {
    for instrument in BuiltInInstruments.all {
      let packet = FormPacket(participant: "P1", timepoint: "day30", instruments: [instrument])
      let text = page([packet])
      let isFree = instrument.items.allSatisfy { $0.text != nil }
      XCTAssertEqual(!isFree, text.contains("publisher's form"), instrument.name)
      XCTAssertTrue(
        text.contains("outcomes record P1 day30 \(instrument.id)"), instrument.name)
    }
  }

  func testSizeAndWhatIsMissing() {
    let page = FormsPage(program: "Riverside", packets: Self.packets)
    XCTAssertEqual(page.size, "7 questionnaires for 2 participants")
    XCTAssertEqual(
      page.withoutWording.map(\.name), ["UCLA-3", "PROMIS GPH", "ONS life satisfaction"])
    XCTAssertEqual(
      FormsPage(program: "Riverside", packets: [Self.packets[2]]).size,
      "1 questionnaire without an id")
  }
}
