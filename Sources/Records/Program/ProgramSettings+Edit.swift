import Instruments
import Text

extension ProgramSettings {
  /// Returns the settings with one of them changed, as typed by a person.
  ///
  /// `+NAME` adds to `attributes` and `instruments`, `+NAME=DAY` to `timepoints`. `none` removes an
  /// optional setting. Anything else replaces the value at a path such as `name`, `savings.rate` or
  /// `timepoints.day90.late`.
  /// - Throws: every problem that the changed settings would have.
  package func setting(_ path: String, to text: String) throws(Problems) -> ProgramSettings {
    if VisibleText.holdsHidden(text) {
      throw Problems(
        Diagnostic(
          "the value contains a line break or another control character",
          remedy: "write it on one line")
      )
    }
    if Self.lists.contains(path) {
      return try adding(text, to: path)
    }
    if Self.isFixed(path) {
      throw Problems(
        Diagnostic(
          "“\(path)” cannot be changed once a program exists",
          remedy: "create a new program with `outcomes init`"))
    }
    var problems = Problems(unknown(path))
    let place = path.split(separator: ".").map(String.init)
    // The last problem is thrown: that with the kind of value that the setting has now.
    var values = Self.values(text)
    if case .number = json.part(at: place) { values.reverse() }
    for value in values {
      guard let changed = json.replacing(place, by: value) else { continue }
      do throws(Problems) {
        return try reading(changed)
      } catch {
        problems = error
      }
    }
    throw problems
  }

  /// The paths that can be changed, of the settings that this program has.
  package var changeablePaths: [String] { json.paths.filter { !Self.isFixed($0) } }

  /// - Throws: every problem of the changed settings, and every change of the timepoints that makes
  ///   it unclear to which of them a form belongs. Programs that already have such timepoints can
  ///   still be read.
  private func reading(_ document: JSONValue) throws(Problems) -> ProgramSettings {
    let changed = try ProgramSettings(reading: document, file: SettingsRecord.program)
    guard changed.timepoints != timepoints else { return changed }
    let isMoved = changed.baseline.day != baseline.day
    let start = (isMoved ? Self.problem(withFirst: changed.baseline) : nil).map { problem in
      Diagnostic(
        problem,
        remedy: "forms on later days belong to it as far as timepoints.\(changed.baseline.id).late"
          + " says")
    }
    let overlaps = zip(changed.timepoints, changed.timepoints.dropFirst())
      .filter { !(timepoints.contains($0) && timepoints.contains($1)) }
      .compactMap(Diagnostic.init(overlapOf:and:))
    let problems = [start].compactMap(\.self) + overlaps
    guard problems.isEmpty else {
      let place = SourceLocation(file: SettingsRecord.program, keyPath: "timepoints")
      throw Problems(problems.map { $0.placed(at: place) })
    }
    return changed
  }

  /// The settings that can be added to.
  package static let lists = ["attributes", "instruments", "timepoints"]

  /// True for settings that recorded lines refer to, or that determine how lines are written.
  private static func isFixed(_ path: String) -> Bool {
    ["schema", "store"].contains(path) || path.hasPrefix("timepoints.") && path.hasSuffix(".id")
  }

  /// The values that a typed text may mean; nil removes the setting.
  private static func values(_ text: String) -> [JSONValue?] {
    if text == "none" { return [nil] }
    if let first = text.first, "[{".contains(first),
      let value = try? JSONDocument.parse(Array(text.utf8), file: SettingsRecord.program)
    {
      return [value]
    }
    let number = DecimalText.parse(typed: text).map { [JSONValue.number($0)] } ?? []
    return number + [.string(text)]
  }

  private func adding(_ text: String, to list: String) throws(Problems) -> ProgramSettings {
    guard text.hasPrefix("+"), text.count > 1 else {
      throw Problems(
        Diagnostic(
          "\(list) can be added, but not replaced by “\(text)”",
          remedy: list == "timepoints"
            ? "add one with its day: outcomes set timepoints +day60=60"
            : "add one with a plus sign: outcomes set \(list) +NAME"))
    }
    let name = String(text.dropFirst())
    var changed = self
    switch list {
    case "attributes":
      if attributes.contains(name) { return self }
      changed.attributes.append(name)
    case "timepoints": changed.timepoints = try timepoints(with: name)
    default:
      guard let id = InstrumentID(rawValue: name) else {
        throw Problems(Diagnostic(InstrumentID.notValid(name)))
      }
      if instruments.contains(id) { return self }
      changed.instruments.append(id)
    }
    return try reading(changed.json)
  }

  /// The timepoints and one more, with the usual window unless it would overlap another.
  private func timepoints(with text: String) throws(Problems) -> [Timepoint] {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let id = TimepointID(rawValue: String(parts[0])),
      let day = Int(parts[1])
    else {
      throw Problems(
        Diagnostic("“\(text)” is not a timepoint", remedy: "write a name and a day: +day60=60"))
    }
    if timepoints.contains(where: { $0.id == id && $0.day == day }) { return timepoints }
    guard day > baseline.day else {
      throw Problems(
        Diagnostic(
          "“\(id)” must come after “\(baseline.id)”, from which all change is computed",
          remedy: "choose a day after day \(baseline.day)"))
    }
    if let other = timepoints.first(where: { $0.window.contains(day) }) {
      let side = day < other.day ? "early" : "late"
      throw Problems(
        Diagnostic(
          "day \(day) is in the window of \(other.id), day \(other.window.opens) to day"
            + " \(other.window.closes)",
          remedy:
            "make that window narrower first: outcomes set timepoints.\(other.id).\(side) DAYS"))
    }
    let usual = Timepoint.withUsualWindows([(id: id, day: day)])[0]
    let (before, after) = (timepoints.last { $0.day < day }, timepoints.first { $0.day > day })
    let early = min(usual.early, before.map { day - $0.window.closes - 1 } ?? usual.early)
    let late = min(usual.late, after.map { $0.window.opens - day - 1 } ?? usual.late)
    let new = Timepoint(id: id, day: day, early: early, late: late)
    return (timepoints + [new]).sorted { $0.day < $1.day }
  }

  private func unknown(_ path: String) -> Diagnostic {
    let known = changeablePaths
    return Diagnostic(
      "“\(path)” is not set in this program",
      remedy: NearMiss.suggestion(for: path, among: known)
        ?? "its settings: \(known.joined(separator: ", "))")
  }
}

extension Diagnostic {
  /// The problem of two timepoints with a day that is in both windows; nil if there is none.
  fileprivate init?(overlapOf earlier: Timepoint, and later: Timepoint) {
    guard earlier.window.closes >= later.window.opens else { return nil }
    func range(_ timepoint: Timepoint) -> String {
      "\(timepoint.id) (day \(timepoint.window.opens) to day \(timepoint.window.closes))"
    }
    let late = later.window.opens - 1 - earlier.day
    let early = later.day - earlier.window.closes - 1
    let limits = [
      late >= 0 ? "timepoints.\(earlier.id).late may be at most \(late)" : nil,
      early >= 0 ? "timepoints.\(later.id).early at most \(early)" : nil,
    ].compactMap(\.self)
    self.init(
      "the windows of \(range(earlier)) and \(range(later)) overlap: it would not be clear to"
        + " which of them a form belongs",
      remedy: limits.isEmpty
        ? "choose days that are farther apart" : limits.joined(separator: ", or "))
  }

  fileprivate func placed(at place: SourceLocation) -> Diagnostic {
    Diagnostic(message, at: place, remedy: remedy)
  }
}

extension JSONValue {
  /// The value with another value at a path. A missing member is added, and a member is removed if
  /// `new` is nil. Nil if the path leads nowhere.
  fileprivate func replacing(_ path: [String], by new: JSONValue?) -> JSONValue? {
    guard let name = path.first else { return new }
    let rest = Array(path.dropFirst())
    let part = namedParts?.first { $0.key == name }?.value
    switch self {
    case .object(let members):
      guard let part else {
        // Unknown keys are reported when the document is read.
        guard let added = rest.isEmpty ? new : JSONValue.object([]).replacing(rest, by: new) else {
          return nil
        }
        return .object(members + [JSONMember(name, added)])
      }
      let changed = rest.isEmpty ? new : part.replacing(rest, by: new)
      guard rest.isEmpty || changed != nil else { return nil }
      return .object(
        members.compactMap { member in
          member.key == name ? changed.map { JSONMember(name, $0) } : member
        })
    case .array(let elements):
      guard let part, let changed = part.replacing(rest, by: new), !rest.isEmpty else { return nil }
      return .array(elements.map { $0 == part ? changed : $0 })
    default: return nil
    }
  }

  /// The value at a path; nil if there is none.
  fileprivate func part(at path: [String]) -> JSONValue? {
    guard let name = path.first else { return self }
    return namedParts?.first { $0.key == name }?.value.part(at: Array(path.dropFirst()))
  }

  /// The paths of every value that is neither an object nor an array with named parts.
  fileprivate var paths: [String] {
    (namedParts ?? []).flatMap { part in
      let inside = part.value.paths
      return inside.isEmpty ? [part.key] : inside.map { "\(part.key).\($0)" }
    }
  }
}
