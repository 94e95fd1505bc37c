import Foundation
import Records

@testable import Commands

/// A program folder with people who enroll, answer, leave out items, come early or late, are
/// corrected and voided, change their attributes and withdraw as a seed says.
struct RandomProgram {
  let place: TestWorld
  private var participants =
    "participant,enrolled_on,action,recorded_at,recorded_by,reason,site,age_band,seal\n"
  private var scores =
    "participant,timepoint,instrument,date,answers,score,action,recorded_at,recorded_by,reason,seal\n"
  private var generator: SeededGenerator

  /// The day on which it is asked about.
  static let asOf = "2026-06-30"
  private static let firstDay = 20_454
  private static let lastDay = firstDay + 180
  private static let timepoints = [("baseline", 0), ("day30", 30), ("day60", 60), ("day90", 90)]
  private static let ids = [
    "é7", "用户1", "b.c", "b+c", "P1", "P01", "p1", "case-0001", "ñandú", "0", "00", "yes", "1e5",
  ]
  private static let reasons = ["moved away", "", "“other” work: nights", "moved  away", "ill"]

  init(seed: UInt64) throws {
    place = try TestWorld()
    generator = SeededGenerator(seed: seed)
    let people = generator.number(below: 24) + 2
    let absence = generator.choice(of: [0.02, 0.2, 0.5])
    for number in 0..<people {
      add(number < Self.ids.count ? Self.ids[number] : "Q\(number)", absence: absence)
    }
    let program = """
      {"schema": "outcomes.program/1", "name": "Random", "store": "csv",
       "timepoints": [{"id": "baseline", "day": 0, "late": 14},
         {"id": "day30", "day": 30, "early": 7, "late": 10},
         {"id": "day60", "day": 60, "early": 7, "late": 10},
         {"id": "day90", "day": 90, "early": 14, "late": 30}],
       "instruments": ["ucla-3", "phq-9", "gad-7", "healthy-days", "promis-gmh"],
       "attributes": ["site", "age_band"],
       "savings": {"instrument": "healthy-days", "rate": 15.64, "currency": "USD", "months": 12,
         "price_year": "2018", "population": "invented", "source": "invented", "caveats": []},
       "valuations": [{"name": "invented", "instrument": "ucla-3", "per": "point", "rate": 1,
         "currency": "USD", "price_year": "2018", "persistence_years": 1,
         "population": "invented", "source": "invented"}]}
      """
    for (name, text) in [
      ("program.json", program), ("participants.csv", participants), ("scores.csv", scores),
    ] {
      let folder = place.folder.appendingPathComponent("program")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
  }

  private mutating func add(_ id: String, absence: Double) {
    // A few enroll after the day of the question.
    let enrolled = Self.firstDay + generator.number(below: generator.chance(0.1) ? 200 : 120)
    let site = generator.choice(of: ["north", "north", "south", "", "Süd = 2"])
    addLine(id, enrolled, "enroll", "", site)
    if generator.chance(0.1) { addLine(id, enrolled, "update", "", "south") }
    let level = generator.number(below: 4)
    for (timepoint, day) in Self.timepoints {
      for instrument in ["ucla-3", "phq-9", "gad-7", "healthy-days", "promis-gmh"]
      where !generator.chance(absence) {
        let away =
          generator.number(below: generator.chance(0.2) ? 60 : 8)
          - (day > 0 ? generator.number(below: generator.chance(0.2) ? 25 : 3) : 0)
        let date = enrolled + day + away
        guard date <= Self.lastDay else { continue }
        addScore(id, timepoint, instrument, date, level: level)
      }
    }
    if generator.chance(0.25) {
      let left = enrolled + generator.number(below: 130)
      addLine(id, left, "withdraw", generator.choice(of: Self.reasons), site)
    }
  }

  private mutating func addScore(
    _ id: String, _ timepoint: String, _ instrument: String, _ date: Int, level: Int
  ) {
    let entry = entry(instrument, level: level)
    addScoreLine(id, timepoint, instrument, date, entry, "record", "")
    if generator.chance(0.08) {
      let other = self.entry(instrument, level: 3 - level)
      addScoreLine(id, timepoint, instrument, date, other, "correct", "misread")
    } else if generator.chance(0.03) {
      addScoreLine(id, timepoint, instrument, date, ",", "void", "wrong person")
    }
  }

  /// Answers and score as they stand in a line.
  private mutating func entry(_ instrument: String, level: Int) -> String {
    switch instrument {
    case "healthy-days":
      return ",\(generator.chance(0.2) ? 0 : generator.number(below: 31))"
    case "promis-gmh": return "," + generator.choice(of: ["21.2", "36.3", "41.1", "50.8", "67.6"])
    default:
      let (items, lowest, highest) =
        switch instrument {
        case "ucla-3": (3, 1, 3)
        case "phq-9": (9, 0, 3)
        default: (7, 0, 3)
        }
      // Some answer at the end of the scale throughout, where ceilings and floors are.
      let end = generator.chance(0.15) ? generator.choice(of: [lowest, highest]) : nil
      let answers = (0..<items).map { _ in
        end ?? min(highest, max(lowest, level + generator.number(below: 3) - 1))
      }
      var words = answers.map(String.init)
      if generator.chance(0.1) { words[generator.number(below: items)] = "." }
      if words.contains(".") { return words.joined(separator: " ") + "," }
      let total = answers.reduce(0, +)
      return generator.chance(0.1) ? ",\(total)" : words.joined(separator: " ") + ",\(total)"
    }
  }

  private mutating func addLine(
    _ id: String, _ day: Int, _ action: String, _ reason: String, _ site: String
  ) {
    participants +=
      "\(id),\(Self.date(day)),\(action),\(Self.stamp),\(reason),\(site),"
      + (site == "north" ? "65+" : "") + ",\n"
  }

  private mutating func addScoreLine(
    _ id: String, _ timepoint: String, _ instrument: String, _ day: Int, _ entry: String,
    _ action: String, _ reason: String
  ) {
    scores +=
      "\(id),\(timepoint),\(instrument),\(Self.date(day)),\(entry),\(action),\(Self.stamp),\(reason),\n"
  }

  private static let stamp = "2026-06-30T08:00:00Z,ada"

  private static func date(_ day: Int) -> CalendarDate { CalendarDate(daysSinceEpoch: day) }
}
