import Instruments
import Records
import TestSupport
import Text
import XCTest

final class ProgramTests: XCTestCase {
  func testInstrumentsComeInTheOrderOfTheSettings() throws {
    let program = try SampleProgram.program()
    XCTAssertEqual(
      program.instruments.map(\.id.rawValue), ["ucla-3", "healthy-days", "total-63"])
    XCTAssertEqual(program.timepoints.map(\.id.rawValue), ["baseline", "day30", "day90"])
    XCTAssertEqual(
      program.instrument(try SampleProgram.instrument("healthy-days"))?.name, "Healthy Days")
    XCTAssertNil(program.instrument(try SampleProgram.instrument("phq-9")))
  }

  func testEveryUnknownInstrumentAndRuleIsTold() throws {
    XCTAssertEqual(
      try messages(
        instruments: ["phq9", "made-up", "ucla-3"],
        rules: ["ucla-3": "prorated", "gad-7": "prorated", "phq-8": "complete"]),
      [
        "program.json: instruments: there is no instrument “phq9”\n  did you mean “phq-9”?",
        """
        program.json: instruments: there is no instrument “made-up”
          put its file into instruments/, or see `outcomes instruments`
        """,
        """
        program.json: missing_items: “gad-7” has no missing-item rule “prorated”
          allowed: complete
        """,
        """
        program.json: missing_items: “phq-8” has no missing-item rule “complete”
          allowed: complete
        """,
        """
        program.json: missing_items: “ucla-3” has no missing-item rule “prorated”
          allowed: complete
        """,
      ])
    XCTAssertEqual(
      try messages(instruments: ["phq-9"], rules: ["phq-9": "proratd"]),
      [
        """
        program.json: missing_items: “phq-9” has no missing-item rule “proratd”
          allowed: complete, prorated
        """
      ])
  }

  func testMissingItemsAreLeftUnscoredUnlessARuleIsAskedFor() throws {
    var settings = try SampleProgram.settings()
    settings.instruments = try ["phq-9", "ucla-3"].map(SampleProgram.instrument)
    settings.missingItemRules = [try SampleProgram.instrument("phq-9"): "prorated"]
    let program = try Program(
      settings: settings, available: BuiltInInstruments.all, file: "program.json")
    XCTAssertEqual(
      program.instruments.map { program.missingItemRule(for: $0).name }, ["prorated", "complete"])
    settings.missingItemRules = [:]
    let strict = try Program(
      settings: settings, available: BuiltInInstruments.all, file: "program.json")
    XCTAssertEqual(
      strict.instruments.map { strict.missingItemRule(for: $0).name }, ["complete", "complete"])
  }

  private func messages(instruments: [String], rules: [String: String]) throws -> [String] {
    var settings = try SampleProgram.settings()
    settings.instruments = try instruments.map(SampleProgram.instrument)
    for (id, rule) in rules {
      settings.missingItemRules[try SampleProgram.instrument(id)] = rule
    }
    do throws(Problems) {
      _ = try Program(settings: settings, available: BuiltInInstruments.all, file: "program.json")
      return []
    } catch {
      return error.diagnostics.map(\.text)
    }
  }
}
