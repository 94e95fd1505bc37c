import Foundation
import Records
import XCTest

@testable import Commands

/// A program folder with people who enroll, answer, leave out items, come late and withdraw as a
/// seed says; some programs lose hardly anybody, some nearly all.
struct InventedProgram {
  let place: TestWorld
  private var participants =
    "participant,enrolled_on,action,recorded_at,recorded_by,reason,site,seal\n"
  private var scores =
    "participant,timepoint,instrument,date,answers,score,action,recorded_at,recorded_by,reason,seal\n"
  private var generator: SeededGenerator

  /// - Parameter privacy: the object `privacy` of `program.json`.
  init(seed: UInt64, people: ClosedRange<Int>, privacy: String) throws {
    place = try TestWorld()
    generator = SeededGenerator(seed: seed)
    let sites = (1...Int.random(in: 1...4, using: &generator)).map { "site\($0)" }
    let absence = [0.02, 0.1, 0.4][Int.random(in: 0..<3, using: &generator)]
    let leaving = [0, 0.03, 0.2][Int.random(in: 0..<3, using: &generator)]
    for number in 1...Int.random(in: people, using: &generator) {
      add("P\(number)", sites, absence: absence, leaving: leaving)
    }
    let program = """
      {"schema": "outcomes.program/1", "name": "Invented", "store": "csv",
       "timepoints": [{"id": "baseline", "day": 0, "late": 14},
         {"id": "day30", "day": 30, "early": 7, "late": 14},
         {"id": "day90", "day": 90, "early": 14, "late": 30}],
       "instruments": ["ucla-3", "healthy-days"], "attributes": ["site"],
       "savings": {"instrument": "healthy-days", "rate": 15.64, "currency": "USD", "months": 12,
         "price_year": "2018", "population": "invented", "source": "invented", "caveats": []},
       "valuations": [{"name": "invented", "instrument": "ucla-3", "per": "point", "rate": 1,
         "currency": "USD", "price_year": "2018", "persistence_years": 1,
         "population": "invented", "source": "invented"}],
       "privacy": \(privacy)}
      """
    for (name, text) in [
      ("program.json", program), ("participants.csv", participants), ("scores.csv", scores),
    ] {
      try Data(text.utf8).write(to: place.folder.appendingPathComponent(name))
    }
  }

  /// What a command prints.
  func output(_ words: String) async throws -> (code: Int32, text: String) {
    let code = await Commands.run(words.split(separator: " ").map(String.init), try place.world())
    return (code, place.takeOutput().out)
  }

  private mutating func add(_ id: String, _ sites: [String], absence: Double, leaving: Double) {
    let enrolled = 20_454 + Int.random(in: 0...170, using: &generator)
    // The first sites are the biggest.
    let site = sites[min(Int.random(in: 0..<9, using: &generator) / 3, sites.count - 1)]
    let stamp = "2026-06-29T10:00:00Z,ada"
    participants += "\(id),\(day(enrolled)),enroll,\(stamp),,\(site),\n"
    for (timepoint, offset) in [("baseline", 0), ("day30", 30), ("day90", 90)] {
      for instrument in ["ucla-3", "healthy-days"] where !happens(absence) {
        let date =
          enrolled + offset + Int.random(in: 0...(happens(0.1) ? 40 : 10), using: &generator)
        guard date <= 20_454 + 180 else { continue }
        let most = instrument == "ucla-3" ? 3...9 : 0...30
        let score = happens(0.1) ? most.lowerBound : Int.random(in: most, using: &generator)
        let entry = instrument == "ucla-3" && happens(0.05) ? "1 . 2," : ",\(score)"
        scores += "\(id),\(timepoint),\(instrument),\(day(date)),\(entry),record,\(stamp),,\n"
      }
    }
    if happens(leaving) {
      let left = enrolled + Int.random(in: 0...120, using: &generator)
      participants += "\(id),\(day(left)),withdraw,\(stamp),moved,\(site),\n"
    }
  }

  private mutating func happens(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < probability
  }

  private func day(_ number: Int) -> CalendarDate { CalendarDate(daysSinceEpoch: number) }
}

extension SeededGenerator: RandomNumberGenerator {}
