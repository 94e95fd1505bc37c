/// What the lines of a program say about each person, worked out person by person from the
/// definitions alone.
struct FollowedPeople {
  /// What is known of a form in the end.
  enum Form {
    case none
    case filled(day: Int, isScorable: Bool)
    case skipped(day: Int)
  }

  struct Person {
    let id: String
    var enrolled = 0
    var withdrawn: Int?
    var state = "counted"
    /// By timepoint and instrument.
    var forms: [String: Form] = [:]
  }

  private(set) var people: [Person] = []

  init(_ program: FollowedProgram) {
    for event in program.events {
      if !people.contains(where: { $0.id == event.id }) { people.append(Person(id: event.id)) }
      guard let index = people.firstIndex(where: { $0.id == event.id }) else { continue }
      switch event.action {
      case "enroll":
        people[index].enrolled = event.day
        people[index].withdrawn = nil
        people[index].state = "counted"
      case "update": people[index].enrolled = event.day
      case "withdraw": people[index].withdrawn = event.day
      case "unenroll": people[index].state = "unenrolled"
      default:
        people[index].withdrawn = event.day
        people[index].state = event.action
      }
    }
    for line in program.lines {
      guard let index = people.firstIndex(where: { $0.id == line.id }) else { continue }
      let key = line.timepoint + " " + line.instrument
      switch (line.action, people[index].forms[key] ?? .none) {
      case ("record", _), ("correct", _):
        people[index].forms[key] = .filled(day: line.day, isScorable: line.isScorable)
      case ("void", _): people[index].forms[key] = Form.none
      case ("skip", .filled): break
      case ("skip", _): people[index].forms[key] = .skipped(day: line.day)
      default: break
      }
    }
  }

  /// Those who count, as of a day.
  func counted(_ day: Int) -> [Person] {
    people.filter { ["counted", "erase"].contains($0.state) && $0.enrolled <= day }
  }
}

extension FollowedPeople.Person {
  func hasWithdrawn(by day: Int) -> Bool { withdrawn.map { $0 <= day } ?? false }

  /// True for somebody who withdrew before a window closed.
  func leftInTime(for timepoint: FollowedProgram.Timepoint) -> Bool {
    withdrawn.map { $0 <= closes(timepoint) } ?? false
  }

  /// The form that counts as of a day: its day, and whether it has a score.
  func form(
    _ timepoint: String, _ instrument: String, by day: Int
  ) -> (day: Int, isScorable: Bool)? {
    guard case .filled(let date, let isScorable)? = forms[timepoint + " " + instrument],
      date <= day, date <= withdrawn ?? date
    else { return nil }
    return (date, isScorable)
  }

  func isSkipped(_ timepoint: String, _ instrument: String, by day: Int) -> Bool {
    guard case .skipped(let date)? = forms[timepoint + " " + instrument] else { return false }
    return date <= day
  }

  func opens(_ timepoint: FollowedProgram.Timepoint) -> Int {
    enrolled + timepoint.day - timepoint.early
  }

  func target(_ timepoint: FollowedProgram.Timepoint) -> Int { enrolled + timepoint.day }

  func closes(_ timepoint: FollowedProgram.Timepoint) -> Int {
    enrolled + timepoint.day + timepoint.late
  }
}
