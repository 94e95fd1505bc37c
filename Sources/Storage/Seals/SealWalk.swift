import Records
import Text

/// Goes through the doubtful lines of a file in order and determines what happened to the chain.
///
/// After a line that is not properly sealed, the next one is checked against everything that it may
/// have followed: the seal in that line, the seal that the line should have, and the seal before
/// it. In this way one change is one fault, at the line that was changed.
struct SealWalk {
  private let place: SealPlace
  private let noted: Set<Seal>
  private let reader: FileEventReader
  private var linesBefore: Int
  /// The faulty lines that the next line may belong to.
  private var run: SealRun?
  /// The latest runs with the positions of their faults, to recognize a line that was moved.
  private var recent: [(fault: Int, run: SealRun)] = []
  private(set) var faults: [SealFault] = []
  private(set) var acceptances = SealAcceptances()
  /// The lines about the file itself that are properly sealed, in order.
  private(set) var events: [NumberedLine<FileEvent>] = []
  /// The seal of the last line that has one.
  private(set) var last: Seal?
  /// The noted seals that belong to properly sealed lines.
  private(set) var found: Set<Seal> = []

  /// - Parameters:
  ///   - firstLine: the number of the first line in the file.
  ///   - noted: the seals to look for.
  init(_ file: StoreFile, _ settings: ProgramSettings, firstLine: Int, noted: Set<Seal> = []) {
    place = SealPlace(settings.store)
    reader = file.eventReader(settings)
    linesBefore = firstLine - 1
    self.noted = noted
  }

  /// Adds the next piece of the file.
  mutating func add(_ piece: SealPiece) {
    for line in piece.doubtful {
      take(piece.bytes[line.range], number: linesBefore + line.number, above: line.above ?? last)
    }
    last = piece.last ?? last
    linesBefore += piece.lineCount
    found.formUnion(piece.found)
  }

  /// Ends the walk after the last line.
  mutating func finish() {
    guard let run else { return }
    end(run, as: run.lines.upperBound < linesBefore ? run.kindBeforeGoodLines : run.kindAtTheEnd)
  }

  private mutating func take(_ line: ArraySlice<UInt8>, number: Int, above: Seal?) {
    if let run, run.lines.upperBound + 1 < number { end(run, as: run.kindBeforeGoodLines) }
    let seal = LineSeal(line, place)
    if let run {
      if let kind = run.kind(before: seal, above: above) {
        end(run, as: kind)
        return takeGood(line, seal, number: number, above: above)
      }
      if run.isUnsealed == seal.isMissing {
        let isAboutFile = isAboutFile(line)
        self.run?.add(line, seal, above: above)
        self.run?.keep(line, seal, isAboutFile: isAboutFile)
        return
      }
      end(run, as: run.kindAtTheEnd)
    }
    if seal.follows(above) { return takeGood(line, seal, number: number, above: above) }
    var run = SealRun(line, seal, number: number, above: above)
    run.keep(line, seal, isAboutFile: isAboutFile(line))
    run.consequenceOf = faultOfLineMovedFromBefore(seal, number: number)
    self.run = run
  }

  /// Adds a line that is properly sealed.
  private mutating func takeGood(
    _ line: ArraySlice<UInt8>, _ seal: LineSeal, number: Int, above: Seal?
  ) {
    if let written = seal.written, noted.contains(written) { found.insert(written) }
    guard isAboutFile(line), let event = reader.event(line) else { return }
    events.append(NumberedLine(number: number, value: event))
    guard [.accept, .quarantine].contains(event.action),
      let digest = Acceptance.digest(in: event.text).flatMap({ Seal($0) })
    else { return }
    acceptances.add(
      SealAcceptances.Line(
        number: number, text: String(decoding: line, as: UTF8.self), accepted: digest,
        digest: Seal(of: Array(line).span.bytes, after: above)))
  }

  private func isAboutFile(_ line: ArraySlice<UInt8>) -> Bool {
    place.mayBeAboutFile(Array(line).span.bytes, 0..<line.count)
  }

  /// The events in the lines of a run that a person accepted.
  func events(of fault: SealFault) -> [NumberedLine<FileEvent>] {
    fault.fileLines.compactMap { number, line in
      reader.event(line[...]).map { NumberedLine(number: number, value: $0) }
    }
  }

  private mutating func end(_ run: SealRun, as kind: SealFault.Kind) {
    var fault = run.fault(kind)
    if kind == .inserted, run.lines.count == 1,
      let origin = recent.last(where: { run.first.follows($0.run.before) })
    {
      // The line follows from the seal above an earlier fault: it was moved from there.
      fault.kind = .moved(before: origin.run.lines.lowerBound)
      faults[origin.fault].consequenceOf = faults.count
    }
    faults.append(fault)
    recent = recent.suffix(Self.recentFaults - 1) + [(faults.count - 1, run)]
    self.run = nil
  }

  /// The position of the fault of a line that was before this one when this one was sealed and is
  /// now further up.
  private mutating func faultOfLineMovedFromBefore(_ seal: LineSeal, number: Int) -> Int? {
    let origin = recent.last { recent in
      faults[recent.fault].kind == .inserted && seal.follows(recent.run.digits)
    }
    guard let origin else { return nil }
    faults[origin.fault].kind = .moved(before: number)
    return origin.fault
  }

  /// The number of faults that are searched for a line that was moved.
  private static let recentFaults = 8
}
