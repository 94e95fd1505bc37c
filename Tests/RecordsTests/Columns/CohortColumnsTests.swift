import Records
import TestSupport
import Text
import XCTest

final class CohortColumnsTests: XCTestCase {
  func testTheLastLineOfAKeyWins() throws {
    let cells = try cells([
      "P1,baseline,ucla-3,2026-01-05,1 1 1,3,record,2026-01-05T10:00:00Z,ada,,",
      "P1,baseline,ucla-3,2026-01-06,3 3 3,9,correct,2026-01-06T10:00:00Z,ada,typed twice,",
      "P1,day30,ucla-3,2026-02-05,2 2 2,6,record,2026-02-05T10:00:00Z,ada,,",
    ])
    XCTAssertEqual(cells.keys.sorted(), ["P1 baseline ucla-3", "P1 day30 ucla-3"])
    let cell = try XCTUnwrap(cells["P1 baseline ucla-3"])
    XCTAssertEqual(cell.score, 9)
    XCTAssertEqual(cell.date.description, "2026-01-06")
    XCTAssertEqual(cell.answers, "3 3 3")
    XCTAssertEqual(cell.answered, 3)
    XCTAssertEqual(cells["P1 day30 ucla-3"]?.score, 6)
  }

  func testAVoidLineTakesTheAssessmentAwayUntilTheNextOne() throws {
    let first = "P1,baseline,ucla-3,2026-01-05,1 1 1,3,record,2026-01-05T10:00:00Z,ada,,"
    let void = "P1,baseline,ucla-3,2026-01-05,,,void,2026-01-06T10:00:00Z,ada,wrong person,"
    XCTAssertEqual(try cells([first, void]), [:])
    XCTAssertEqual(try cells([first, void, first])["P1 baseline ucla-3"]?.score, 3)
    // The score of a void line does not count, whatever it says.
    XCTAssertEqual(
      try cells(["P1,baseline,ucla-3,2026-01-05,1 1 1,3,void,2026-01-06T10:00:00Z,ada,x,"]), [:])
  }

  func testLinesThatChangeNoScoreLeaveTheAssessment() throws {
    let first = "P1,baseline,ucla-3,2026-01-05,1 1 1,3,record,2026-01-05T10:00:00Z,ada,,"
    let others = [
      "P1,baseline,ucla-3,2026-01-06,,,acknowledge,2026-01-06T10:00:00Z,ada,called them,",
      "P1,baseline,ucla-3,2026-01-06,3 3 3,9,reenter,2026-01-06T10:00:00Z,bo,second entry,",
      "P1,baseline,ucla-3,2026-01-06,,,skip,2026-01-06T10:00:00Z,ada,declined,",
    ]
    let expected = try cells([first])
    for other in others { XCTAssertEqual(try cells([first, other]), expected) }
    XCTAssertEqual(try cells([first] + others), expected)
  }

  /// A skip stands until a line that changes the score follows it.
  func testASkipStandsUntilTheNextScoreOrVoid() throws {
    let skip = "P1,baseline,ucla-3,2026-01-06,,,skip,2026-01-06T10:00:00Z,ada,declined,"
    let record = "P1,baseline,ucla-3,2026-01-05,1 1 1,3,record,2026-01-05T10:00:00Z,ada,,"
    let void = "P1,baseline,ucla-3,2026-01-05,,,void,2026-01-06T10:00:00Z,ada,wrong person,"
    let store = try SampleStore(SampleProgram.program())
    for (lines, isSkipped) in [
      ([skip], true), ([skip, record], false), ([record, skip], false),
      ([skip, record, void], false), ([record, void, skip], true), ([skip, void], false),
      ([skip, void, skip], true), ([skip, skip], true),
    ] {
      for pieces in [[0..<lines.count], lines.indices.map { $0..<$0 + 1 }] {
        let table = store.table(StoreText(lines), pieces: pieces)
        let column = try XCTUnwrap(table.column(instrument: 0, timepoint: 0))
        let person = try XCTUnwrap(store.participants.ids.number(of: "P1"))
        XCTAssertEqual(column.isSkipped(person), isSkipped, "\(lines)")
        XCTAssertFalse(column.isSkipped(column.count))
        if isSkipped { XCTAssertEqual(column.dates[person], 20_459) }
      }
      let history = try assessments(lines, store.program)
      XCTAssertEqual(Assessment.skipped(history).count, isSkipped ? 1 : 0, "\(lines)")
    }
  }

  private func assessments(_ lines: [String], _ program: Program) throws -> [Assessment] {
    let reader = AssessmentReader(
      program: program, participant: try SampleProgram.participant("P1"), file: "scores")
    let text = StoreText(lines)
    return text.read(0..<lines.count) { reader.read(&$0, lines: $1) }.values
  }

  func testAnswersWithoutAScoreAreThereButNotScorable() throws {
    let cell = try XCTUnwrap(
      try cells(["P1,baseline,ucla-3,2026-01-05,1 . .,,record,2026-01-05T10:00:00Z,ada,,"])
        .values.first)
    XCTAssertNil(cell.score)
    XCTAssertEqual(cell.answered, 1)
    XCTAssertEqual(cell.answers, "1 . .")
  }

  func testATotalHasNoAnswers() throws {
    let cell = try XCTUnwrap(
      try cells(["P1,baseline,total-63,2026-01-05,,18.59,record,2026-01-05T10:00:00Z,ada,,"])
        .values.first)
    XCTAssertEqual(cell.score, 18.59)
    XCTAssertNil(cell.answered)
    XCTAssertEqual(cell.answers, "")
  }

  func testAColumnOfNobodyIsNone() throws {
    let table = try SampleStore(SampleProgram.program()).table(
      StoreText(["P1,day30,ucla-3,2026-01-05,1 1 1,3,record,2026-01-05T10:00:00Z,ada,,"]))
    XCTAssertNil(table.column(instrument: 0, timepoint: 0))
    XCTAssertNotNil(table.column(instrument: 0, timepoint: 1))
    XCTAssertNil(table.column(instrument: 1, timepoint: 1))
    XCTAssertEqual(table.scoreValues, [3])
  }

  /// A column ends with the last participant who was ever assessed, and grows with the pieces.
  func testAColumnEndsWithTheLastParticipantWhoIsThere() throws {
    func line(_ participant: String, _ score: Int, _ action: String = "record") -> String {
      "\(participant),baseline,ucla-3,2026-01-05,,\(score),\(action),2026-01-05T10:00:00Z,ada,x,"
    }
    let store = try SampleStore(SampleProgram.program())
    let text = StoreText([
      line("P10", 4), line("P1", 3), line("P100", 5), line("é7", 6), line("P100", 5, "void"),
      line("north-0123456789", 7, "void"),
    ])
    for (pieces, scores) in [
      ([0..<1], [nil, 4]), ([0..<2], [3, 4]), ([0..<1, 1..<3], [3, 4, 5]),
      ([0..<2, 2..<2, 2..<4], [3, 4, 5, 6]), ([0..<4, 4..<5], [3, 4, nil, 6]),
      ([0..<6], [3, 4, nil, 6, nil]), ([5..<6, 1..<2], [3, nil, nil, nil, nil]),
    ] as [([Range<Int>], [Double?])] {
      let table = store.table(text, pieces: pieces)
      let column = try XCTUnwrap(table.column(instrument: 0, timepoint: 0))
      XCTAssertEqual(
        column.scores.map { $0 == ScoreColumn.absent ? nil : table.scoreValues[Int($0)] }, scores)
      XCTAssertEqual(column.count, scores.count)
      XCTAssertEqual(column.dates.count, scores.count)
      XCTAssertEqual(column.answered.count, scores.count)
    }
  }

  /// Sealed lines are read in another way.
  func testSealsChangeNothing() throws {
    for format in LineFormat.allCases {
      let program = try SampleProgram.program(format)
      let store = try SampleStore(program)
      for seed: UInt64 in 20..<30 {
        var lines = SealedLines(program, seed: seed)
        let values = try lines.values(80)
        var (sealed, plain) = (StoreText([String]()), StoreText([String]()))
        sealed.lines = values.map { lines.written($0) }
        plain.lines = values.map { lines.written($0.dropLast() + [""]) }
        let expected = CohortCell.all(store.table(plain))
        XCTAssertGreaterThan(expected.count, 15)
        XCTAssertEqual(CohortCell.all(store.table(sealed)), expected)
      }
    }
  }

  func testWrongLinesAreLeftOutAndTheOthersCount() throws {
    let good = "P1,baseline,ucla-3,2026-01-05,1 1 1,3,record,2026-01-05T10:00:00Z,ada,,"
    let bad = "P1,baseline,ucla-3,2026-01-05,1 1 9,3,record,2026-01-05T10:00:00Z,ada,,"
    XCTAssertEqual(try cells([good, bad, "rubbish"]), try cells([good]))
  }

  func testCuttingTheFileAtAnyLineChangesNothing() throws {
    let program = try SampleProgram.program()
    var random = RandomStore(program, seed: 5)
    let store = try SampleStore(program)
    let text = StoreText(try random.assessments(60), .csv)
    let whole = CohortCell.all(store.table(text))
    XCTAssertGreaterThan(whole.count, 15)
    for cut in 0...text.lines.count {
      XCTAssertEqual(
        CohortCell.all(store.table(text, pieces: [0..<cut, cut..<60])), whole)
    }
    let lineByLine = (0..<60).map { $0..<$0 + 1 }
    XCTAssertEqual(CohortCell.all(store.table(text, pieces: lineByLine)), whole)
  }

  func testBothFormatsGiveTheSameTable() throws {
    for seed: UInt64 in 6..<16 {
      let program = try SampleProgram.program()
      var random = RandomStore(program, seed: seed)
      let assessments = try random.assessments(80)
      let csv = try SampleStore(program).table(StoreText(assessments, .csv))
      let json = try SampleStore(SampleProgram.program(.json)).table(StoreText(assessments, .json))
      XCTAssertEqual(CohortCell.all(csv), CohortCell.all(json))
    }
  }

  /// Lines of different keys may come in any order.
  func testTheOrderOfDifferentKeysDoesNotMatter() throws {
    let program = try SampleProgram.program()
    let store = try SampleStore(program)
    var random = RandomStore(program, seed: 17)
    let assessments = try random.assessments(80)
    let whole = CohortCell.all(store.table(StoreText(assessments, .csv)))
    for _ in 0..<20 {
      var shuffled: [Assessment] = []
      var rest = assessments
      while !rest.isEmpty {
        // Any line may be next of which no earlier line has the key.
        let line = random.generator.pick(rest)
        let first = rest.firstIndex { $0.hasSameKey(as: line) } ?? 0
        shuffled.append(rest.remove(at: first))
      }
      XCTAssertNotEqual(shuffled, assessments)
      XCTAssertEqual(
        CohortCell.all(store.table(StoreText(shuffled, .csv))), whole)
    }
  }

  func testWithoutAnswersTheScoresAreTheSame() throws {
    let program = try SampleProgram.program()
    var random = RandomStore(program, seed: 18)
    let text = StoreText(try random.assessments(80), .csv)
    let store = try SampleStore(program)
    let with = CohortCell.all(store.table(text))
    let without = CohortCell.all(store.table(text, keepsAnswers: false))
    XCTAssertEqual(without.mapValues(\.score), with.mapValues(\.score))
    XCTAssertEqual(without.mapValues(\.date), with.mapValues(\.date))
    XCTAssertEqual(Set(without.values.map(\.answers)), [""])
  }

  /// The cells of a table whose only participant is P1.
  private func cells(_ lines: [String]) throws -> [String: CohortCell] {
    CohortCell.all(
      try SampleStore(SampleProgram.program()).table(StoreText(lines)))
  }
}
