import Foundation
import Records

@testable import Commands

/// A program folder with random timepoints and windows, and people who enroll, are moved to another
/// day, answer early or late, are corrected, voided and skipped, withdraw in every way, and come
/// back, as a seed says. It keeps what it wrote as plain values, in the order of the lines.
struct FollowedProgram {
  struct Timepoint {
    let id: String
    let day: Int
    let early: Int
    let late: Int
  }

  /// A line of the participants file.
  struct Event {
    let id: String
    let action: String
    let day: Int
  }

  /// A line of the scores file.
  struct Line {
    let id: String
    let timepoint: String
    let instrument: String
    let action: String
    let day: Int
    /// Whether the answers are enough for a score.
    let isScorable: Bool
  }

  let place: TestWorld
  private(set) var timepoints: [Timepoint] = []
  private(set) var instruments: [String] = []
  private(set) var events: [Event] = []
  private(set) var lines: [Line] = []
  private var generator: SeededGenerator

  static let firstDay = 20_454
  static let lastDay = firstDay + 200

  init(seed: UInt64) throws {
    place = try TestWorld()
    generator = SeededGenerator(seed: seed)
    instruments = Array(["ucla-3", "gad-7", "phq-9"].prefix(1 + generator.number(below: 3)))
    var day = 0
    for number in 0...generator.number(below: 4) {
      timepoints.append(
        Timepoint(
          id: "t\(number)", day: day, early: number == 0 ? 0 : generator.number(below: 20),
          late: generator.number(below: 30)))
      day += 1 + generator.number(below: 50)
    }
    for number in 0..<generator.number(below: 25) { add("P\(number)") }
    try write()
  }

  private mutating func add(_ id: String) {
    let enrolled = Self.firstDay + generator.number(below: 150)
    addEvent(id, "enroll", enrolled)
    if generator.chance(0.1) { addEvent(id, "update", enrolled + generator.number(below: 10)) }
    for timepoint in timepoints {
      for instrument in instruments {
        addForm(id, timepoint, instrument, enrolled)
      }
    }
    guard generator.chance(0.3) else { return }
    let action = generator.choice(
      of: ["withdraw", "withdraw", "withdraw", "withdraw-use", "unenroll", "erase"])
    addEvent(id, action, enrolled + generator.number(below: 150))
    if generator.chance(0.2) { addEvent(id, "enroll", enrolled + generator.number(below: 10)) }
  }

  private mutating func addForm(
    _ id: String, _ timepoint: Timepoint, _ instrument: String, _ enrolled: Int
  ) {
    let actions: [String] = generator.choice(of: [
      ["record"], ["record"], ["record"], ["record"], [], [], ["skip"], ["skip", "record"],
      ["record", "void"], ["record", "correct"], ["skip", "void"], ["record", "void", "skip"],
      ["record", "skip"], ["record", "void", "record", "reenter"], ["skip", "skip"],
      ["record", "acknowledge"],
    ])
    for action in actions {
      let away = generator.number(below: 60) - 20
      lines.append(
        Line(
          id: id, timepoint: timepoint.id, instrument: instrument, action: action,
          day: max(enrolled, enrolled + timepoint.day + away),
          isScorable: !generator.chance(0.1)))
    }
  }

  private mutating func addEvent(_ id: String, _ action: String, _ day: Int) {
    events.append(Event(id: id, action: action, day: day))
  }

  private func write() throws {
    let stamp = "2027-01-01T10:00:00Z,ada,a reason"
    let items = ["ucla-3": 3, "gad-7": 7, "phq-9": 9]
    var participants = "participant,enrolled_on,action,recorded_at,recorded_by,reason,seal\n"
    for event in events {
      participants += "\(event.id),\(Self.date(event.day)),\(event.action),\(stamp),\n"
    }
    var scores =
      "participant,timepoint,instrument,date,answers,score,action,recorded_at,recorded_by,reason,"
      + "seal\n"
    for line in lines {
      let count = items[line.instrument] ?? 0
      let hasAnswers = ["record", "correct", "reenter"].contains(line.action)
      let answers = Array(repeating: "1", count: count - 1) + [line.isScorable ? "1" : "."]
      scores +=
        "\(line.id),\(line.timepoint),\(line.instrument),\(Self.date(line.day)),"
        + (hasAnswers ? answers.joined(separator: " ") : "") + ","
        + (hasAnswers && line.isScorable ? "\(count)" : "") + ",\(line.action),\(stamp),\n"
    }
    let points = timepoints.map {
      #"{"id": "\#($0.id)", "day": \#($0.day), "early": \#($0.early), "late": \#($0.late)}"#
    }
    let names = instruments.map { "\"\($0)\"" }
    let program = """
      {"schema": "outcomes.program/1", "name": "Followed", "store": "csv",
       "timepoints": [\(points.joined(separator: ", "))],
       "instruments": [\(names.joined(separator: ", "))], "attributes": []}
      """
    for (name, text) in [
      ("program.json", program), ("participants.csv", participants), ("scores.csv", scores),
    ] {
      try Data(text.utf8).write(to: place.folder.appendingPathComponent(name))
    }
  }

  static func date(_ day: Int) -> String { CalendarDate(daysSinceEpoch: day).description }

  /// What a command prints as of a day.
  func output(_ words: String, asOf day: Int? = nil) async throws -> String {
    let asOf = day.map { " --as-of \(Self.date($0))" } ?? ""
    _ = place.takeOutput()
    _ = await Commands.run(
      (words + asOf).split(separator: " ").map(String.init), try place.world())
    return place.takeOutput().out
  }

  /// The JSON document that a command prints as of a day.
  func json(_ words: String, asOf day: Int) async throws -> [String: Any] {
    let text = try await output(words + " --format json", asOf: day)
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return document as? [String: Any] ?? [:]
  }
}
