import Analysis
import Instruments
import Records
import TestSupport
import XCTest

/// A cohort that a test makes act by act. Days are counted from 2026-01-01; the program asks at
/// baseline (days 0 to 14 after enrollment), day 30 (23 to 44) and day 90 (76 to 120).
struct SmallCohort {
  var instruments = ["distress"]
  var timepoints: [(id: String, day: Int)] = [("baseline", 0), ("day30", 30), ("day90", 90)]
  var savings: SavingsRate?
  var valuations: [Valuation] = []
  private(set) var lines = StoreLines()
  private var sites: [String: String] = [:]

  init() {}

  /// People P1, P2, … with totals of distress at baseline and at day 30; a missing total is nil.
  init(_ totals: [(baseline: Double?, followUp: Double?)], instrument: String = "distress") {
    instruments = [instrument]
    timepoints = [("baseline", 0), ("day30", 30)]
    for (index, total) in totals.enumerated() {
      let id = "P\(index + 1)"
      enroll(id)
      if let score = total.baseline { record(id, "baseline", score, day: 0, on: instrument) }
      if let score = total.followUp { record(id, "day30", score, day: 30, on: instrument) }
    }
  }

  mutating func enroll(_ id: String, day: Int = 0, site: String = "") {
    sites[id] = site
    lines.participants.append("\(id),\(Self.date(day)),enroll,\(Self.stamp),ada,,\(site),")
  }

  mutating func withdraw(_ id: String, day: Int, reason: String = "moved") {
    let site = sites[id] ?? ""
    lines.participants.append(
      "\(id),\(Self.date(day)),withdraw,\(Self.stamp),ada,\(reason),\(site),")
  }

  /// Anything else that can happen to an enrollment.
  mutating func change(_ id: String, _ action: String, day: Int) {
    let site = action == "erase" ? "" : sites[id] ?? ""
    lines.participants.append(
      "\(id),\(Self.date(day)),\(action),\(Self.stamp),ada,a reason,\(site),")
  }

  mutating func skip(_ id: String, _ timepoint: String, day: Int) {
    add(id, timepoint, "distress", day, ",", "skip", "declined")
  }

  /// A total.
  mutating func record(
    _ id: String, _ timepoint: String, _ score: Double, day: Int, on instrument: String = "distress"
  ) {
    add(id, timepoint, instrument, day, ",\(score)", "record", "")
  }

  /// Answers to a questionnaire of two items or more.
  mutating func record(
    _ id: String, _ timepoint: String, answers: String, day: Int, on instrument: String
  ) {
    let total = answers.split(separator: " ").compactMap { Int($0) }.reduce(0, +)
    add(id, timepoint, instrument, day, "\(answers),\(total)", "record", "")
  }

  /// Answers to UCLA-3, of which one is missing.
  mutating func recordTooFew(_ id: String, _ timepoint: String, day: Int) {
    add(id, timepoint, "ucla-3", day, "1 . 2,", "record", "")
  }

  mutating func void(_ id: String, _ timepoint: String, day: Int) {
    add(id, timepoint, "distress", day, ",", "void", "wrong person")
  }

  var table: CohortColumns {
    get throws { try lines.table(program) }
  }

  /// The table with its answers.
  func tableWithAnswers() throws -> CohortColumns {
    try lines.table(program, keepsAnswers: true)
  }

  func summary(_ selection: CohortSelection = .on(365)) async throws -> CohortSummary {
    await CohortSummary(try table, selection)
  }

  /// The only measure of a summary, at a timepoint.
  func point(
    _ timepoint: Int, _ selection: CohortSelection = .on(365)
  ) async throws -> MeasureSummary.AtTimepoint {
    let measures = try await summary(selection).measures
    XCTAssertEqual(measures.count, 1)
    return try XCTUnwrap(measures.first).timepoints[timepoint]
  }

  /// The change at day 30 in the only measure.
  func change() async throws -> ChangeSummary {
    let point = try await point(1)
    return try XCTUnwrap(point.change)
  }

  func savingsEstimate(
    _ selection: CohortSelection = .on(365), timepoint: TimepointID? = nil,
    cost: ProgramCost? = nil
  ) throws -> SavingsEstimate? {
    SavingsEstimate(try table, selection, timepoint: timepoint, cost: cost)
  }

  private var program: Program {
    get throws {
      let settings = try SampleProgram.settings(
        timepoints: timepoints, instruments: instruments, attributes: ["site"], savings: savings,
        valuations: valuations)
      return try SampleProgram.program(settings, own: TestInstruments.all())
    }
  }

  private mutating func add(
    _ id: String, _ timepoint: String, _ instrument: String, _ day: Int, _ answersAndScore: String,
    _ action: String, _ reason: String
  ) {
    lines.scores.append(
      "\(id),\(timepoint),\(instrument),\(Self.date(day)),\(answersAndScore),\(action),"
        + "\(Self.stamp),ada,\(reason),")
  }

  private static let stamp = "2026-12-31T10:00:00Z"

  static func date(_ day: Int) -> CalendarDate {
    CalendarDate(daysSinceEpoch: 20_454 + day)
  }
}

extension CohortSelection {
  /// A question asked on a day, counted from 2026-01-01.
  static func on(
    _ day: Int, where site: String? = nil, by attribute: String? = nil, inWindowOnly: Bool = false
  ) -> CohortSelection {
    CohortSelection(
      asOf: SmallCohort.date(day),
      conditions: site.map { [.init(attribute: "site", value: $0)] } ?? [], groupedBy: attribute,
      inWindowOnly: inWindowOnly)
  }
}
