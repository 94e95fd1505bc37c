import Text

/// Receives the bytes of an export, one piece at a time.
package typealias ByteSink = ([UInt8]) throws(Problems) -> Void
