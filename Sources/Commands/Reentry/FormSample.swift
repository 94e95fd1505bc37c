import Records
import Storage

/// A sample of forms that anybody can draw again.
///
/// A form is in a sample of p percent if the first eight hexadecimal digits of the SHA-256 of its
/// participant, timepoint and instrument, with a space between them, are a number below p/100 of
/// 16⁸. A larger sample therefore contains every smaller one.
struct FormSample: Equatable {
  private let percent: Double

  static let everything = FormSample()

  private init() { percent = 100 }

  /// - Parameter percent: above 0 and at most 100; otherwise there is no sample.
  init?(percent: Double) {
    guard percent > 0, percent <= 100 else { return nil }
    self.percent = percent
  }

  func contains(_ form: Assessment) -> Bool {
    var hash = SHA256Stream()
    hash.add(Array("\(form.participant) \(form.timepoint) \(form.instrument)".utf8))
    let number = UInt32(hash.digest.prefix(8), radix: 16) ?? 0
    return Double(number) * 100 < percent * 0x1_0000_0000
  }
}
