import Foundation
import Records
import Storage
import Text

@testable import Commands

/// A program in which people are enrolled, renamed, merged and unenrolled, and their forms entered,
/// corrected, moved, skipped, acknowledged and taken back, as a seed says. Every reason is a word
/// that only one person has, whoever's id it stands under.
final class RandomLeavingProgram {
  /// A person with every id that they had and the words that say who they are.
  struct Person {
    var ids: [String]
    let words: [String]
    var isEnrolled = true

    var id: String { ids[ids.count - 1] }
    var reason: String { words[0] }
  }

  struct Form: Hashable {
    let id: String
    let timepoint: String
    let instrument: String

    var words: String { "\(id) \(timepoint) \(instrument)" }
  }

  let place: TestWorld
  private(set) var people: [Person] = []
  /// The person whose form stands in each place, who may be another one than that of the id.
  private(set) var owners: [Form: Int] = [:]
  private var generator: SeededGenerator
  private var day = CalendarDate("2026-04-01")
  private static let dates = ["baseline": "2026-01-05", "day30": "2026-02-04"]

  init(seed: UInt64, _ format: String) async throws {
    place = try TestWorld()
    generator = SeededGenerator(seed: seed)
    _ = try await run(
      "init program --instruments ucla-3,phq-9 --timepoints baseline=0,day30=30"
        + " --attributes site --format \(format)", isNew: true)
    for _ in 0..<4 { try await enroll() }
    for _ in 0..<30 { try await takeAStep() }
    try await putFormsRight()
  }

  private func word() -> String {
    let letters = Array("bcdfghjkmnpqrstvwxz")
    return String((0..<9).map { _ in letters[generator.number(below: letters.count)] })
  }

  private func enroll() async throws {
    let person = Person(ids: [word().uppercased()], words: [word(), word()])
    _ = try await run("enroll \(person.id) --on 2026-01-05 --set site=\(person.words[1])")
    people.append(person)
  }

  private func takeAStep() async throws {
    let number = generator.number(below: people.count)
    let person = people[number]
    let form = Form(
      id: person.id, timepoint: generator.choice(of: ["baseline", "day30"]),
      instrument: generator.choice(of: ["ucla-3", "phq-9"]))
    switch generator.number(below: 12) {
    case 0: try await enroll()
    case 1: try await rename(number)
    case 2: try await merge(number)
    case 3:
      if try await run("unenroll \(person.id) --reason \(person.reason)") == 0 {
        people[number].isEnrolled = false
      }
    case 4:
      _ = try await run(
        "update \(person.id) --set site=\(person.words[1]) --reason \(person.reason)")
    case 5: try await enter("skip \(form.words) --reason \(person.reason)", form)
    default: try await changeForm(form, of: number)
    }
  }

  private func changeForm(_ form: Form, of number: Int) async throws {
    let date = Self.dates[form.timepoint] ?? ""
    guard let owner = owners[form] else {
      let owner = generator.chance(0.4) ? generator.number(below: people.count) : number
      if try await enter("record \(form.words) \(answers(form)) --date \(date)", form) {
        owners[form] = owner
      }
      return
    }
    let reason = "--reason \(people[owner].reason)"
    switch generator.number(below: 6) {
    case 0: try await enter("correct \(form.words) \(answers(form)) \(reason)", form)
    case 1: try await enter("acknowledge \(form.words) \(reason)", form)
    case 2: try await reenter(form, people[owner].reason)
    case 3 where owner == number:
      if try await enter("void \(form.words) \(reason)", form) { owners[form] = nil }
    default:
      let target = generator.number(below: people.count)
      _ = try await move(form, to: Form(id: people[target].id, form), reason)
    }
  }

  private func answers(_ form: Form) -> String {
    let ucla = (0..<3).map { _ in String(1 + generator.number(below: 3)) }.joined()
    let phq = (0..<8).map { _ in String(generator.number(below: 4)) }.joined()
    let last = generator.chance(0.3) ? "2" : "0"
    return "--answers " + (form.instrument == "ucla-3" ? ucla : phq + last)
  }

  private func move(_ form: Form, to target: Form, _ reason: String) async throws -> Bool {
    guard form != target, owners[target] == nil,
      try await enter("move \(form.words) --to \(target.id) \(reason)", form)
    else { return false }
    owners[target] = owners.removeValue(forKey: form)
    return true
  }

  /// Runs a command, sometimes takes it back, and then sometimes brings it back again.
  /// - Returns: true if what it did stands.
  @discardableResult
  private func enter(_ command: String, _ form: Form) async throws -> Bool {
    guard try await run(command) == 0 else { return false }
    guard generator.chance(0.2), try await run("undo --yes") == 0 else { return true }
    guard generator.chance(0.3) else { return false }
    return try await run("undo --yes") == 0
  }

  private func reenter(_ form: Form, _ reason: String) async throws {
    let world = try place.world()
    let folder = ProgramFolder(
      path: place.folder.appendingPathComponent("program").path, files: world.files)
    let program = try folder.load()
    guard let id = ParticipantID(rawValue: form.id), let moment = day.map({ Timestamp(endOf: $0) })
    else { return }
    let lines = try folder.lines(of: id, program).assessments
    guard
      var line = Assessment.latest(lines).first(where: {
        $0.timepoint.rawValue == form.timepoint && $0.instrument.rawValue == form.instrument
      })
    else { return }
    (line.action, line.reason, line.recordedBy) = (.reenter, reason, "eve")
    line.recordedAt = moment
    _ = try folder.write(program.settings, at: moment, waiting: {}) { writer throws(Problems) in
      try writer.append(line)
    }
  }

  private func rename(_ number: Int) async throws {
    let (old, new) = (people[number].id, word().uppercased())
    guard try await run("rename \(old) \(new) --reason \(people[number].reason)") == 0 else {
      return
    }
    people[number].ids.append(new)
    rekey(from: old, to: new)
  }

  /// Enrolls a person a second time, enters a form under the second id, and merges both.
  private func merge(_ number: Int) async throws {
    let (person, second) = (people[number], word().uppercased())
    guard person.isEnrolled else { return }
    _ = try await run("enroll \(second) --on 2026-01-05 --set site=\(person.words[1])")
    let form = Form(id: second, timepoint: "day30", instrument: "phq-9")
    if owners[Form(id: person.id, form)] == nil {
      _ = try await run("record \(form.words) \(answers(form)) --date 2026-02-04")
      _ = try await run(
        "correct \(form.words) \(answers(form)) --reason \(person.reason)")
      owners[form] = number
    }
    let code = try await run(
      "merge \(second) --into \(person.id) --reason \(person.reason) --yes")
    if code == 0 {
      people[number].ids.insert(second, at: 0)
      rekey(from: second, to: person.id)
    } else {
      // The second id stays that of another person.
      people.append(Person(ids: [second], words: person.words))
      if owners[form] != nil { owners[form] = people.count - 1 }
    }
  }

  private func rekey(from old: String, to new: String) {
    for (form, owner) in owners where form.id == old {
      owners[form] = nil
      owners[Form(id: new, form)] = owner
    }
  }

  /// Moves the forms that stand under another person's id to those whose they are, where there is
  /// none yet.
  private func putFormsRight() async throws {
    for (form, owner) in owners.sorted(by: { $0.key.words < $1.key.words })
    where form.id != people[owner].id {
      let target = Form(id: people[owner].id, form)
      // Nothing leads from the lines of a form that was only voided to the person whose it was.
      if let other = owners[target], other != owner { continue }
      _ = try await run("void \(target.words) --reason \(people[owner].reason)")
      if try await run("move \(form.words) --to \(target.id) --reason \(people[owner].reason)") == 0
      {
        owners[target] = owners.removeValue(forKey: form)
      }
    }
  }

  /// True if nothing about a person stands under the id of another one, and nobody else has the
  /// same words.
  func isErasable(_ number: Int) -> Bool {
    people.count { $0.words == people[number].words } == 1
      && owners.allSatisfy { $0.value != number || $0.key.id == people[number].id }
  }

  /// Runs a command a day later than the last one.
  /// - Returns: the exit code.
  func run(_ command: String, isNew: Bool = false) async throws -> Int32 {
    day = day?.adding(days: 1)
    let words = ShellWords.split(isNew ? command : command + " --store program")
    _ = place.takeOutput()
    return await Commands.run(words, try place.world(day: day?.description ?? ""))
  }

  /// What a command prints, and its messages.
  func output(_ command: String) async throws -> (out: String, err: String) {
    _ = try await run(command)
    return place.takeOutput()
  }
}

extension RandomLeavingProgram.Form {
  /// The same form under another id.
  init(id: String, _ other: Self) {
    self.init(id: id, timepoint: other.timepoint, instrument: other.instrument)
  }
}
