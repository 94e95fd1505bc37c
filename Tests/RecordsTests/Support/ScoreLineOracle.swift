import Text
import XCTest

@testable import Records

/// What a line of the scores file says, in terms that depend neither on where the line stands nor
/// on the lines before it.
struct ScoreLineReading: Equatable {
  let participant: Int
  let instrument: Int
  let timepoint: Int
  let date: CalendarDate
  let action: AssessmentAction
  let answers: [UInt8]
  let answered: Int?
  let score: Double?
  let secondsSinceEpoch: Int64

  init(_ row: ScoreLineParser.Row, _ bytes: [UInt8], _ scores: ScoreDictionary) {
    participant = row.participant
    instrument = row.instrument
    timepoint = row.timepoint
    date = row.date
    action = row.action
    answers = Array(bytes[row.answers])
    answered = row.answered
    score = row.score.map { scores.values[$0] }
    secondsSinceEpoch = row.recordedAt.secondsSinceEpoch
  }
}

/// Reads lines of the scores file as pieces of the file are read, and holds each against the
/// general way, which is asked about that line alone.
struct ScoreLineOracle {
  let parser: ScoreLineParser
  let written: WrittenScoreReader
  private let scanner: LineScanner
  private let emptyMemory = PreviousLine()

  init(_ store: SampleStore) {
    let format = store.program.settings.store
    parser = ScoreLineParser(program: store.program, participants: store.participants.everybody)
    written = WrittenScoreReader(parser: parser, format: format)
    scanner = LineScanner(schema: StoreSchema.scores, format: format)
  }

  /// Checks every line of a text, with the bytes behind it that every buffer has.
  /// - Parameter text: whole lines, each ended by a line feed.
  /// - Returns: for each line whether it was recognized as written.
  @discardableResult
  func check(
    _ text: [UInt8], spare: UInt8 = 0, file: StaticString = #filePath, line: UInt = #line
  ) -> [Bool] {
    let untouched = text + [UInt8](repeating: spare, count: ByteWord.size)
    var bytes = untouched
    var memory = emptyMemory
    var recognized: [Bool] = []
    var position = 0
    while position < text.count {
      let start = position
      var aloneMemory = emptyMemory
      var alone = untouched
      var end = start
      let expected = read(&alone, from: &end, memory: &aloneMemory)
      let row = written.read(bytes.span.bytes, from: &position, memory: &memory)
      recognized.append(row != nil)
      let found =
        row.map { ScoreLineReading($0, bytes, memory.scores) }
        ?? read(&bytes, from: &position, memory: &memory)
      guard found == expected, position == end else {
        XCTFail(
          """
          \(String(decoding: untouched[start..<max(end, position)], as: UTF8.self))
          read as \(found as Any) up to \(position - start),
          expected \(expected as Any) up to \(end - start)
          """, file: file, line: line)
        return recognized
      }
    }
    return recognized
  }

  /// The general way: the line at `start`, which moves behind it; nil where it makes no sense.
  private func read(
    _ bytes: inout [UInt8], from start: inout Int, memory: inout PreviousLine
  ) -> ScoreLineReading? {
    var fields = LineFields(columns: StoreSchema.scores.columns.count)
    guard case .fields = scanner.scan(&bytes, from: &start, into: &fields),
      let row = try? parser.parse(bytes.span.bytes, fields, memory: &memory)
    else { return nil }
    return ScoreLineReading(row, bytes, memory.scores)
  }
}
