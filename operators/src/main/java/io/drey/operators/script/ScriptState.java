package io.drey.operators.script;

import io.drey.operators.internal.ProcessingTimeTtl;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;

/**
 * What a script keeps per key. Changing a name or a type here breaks the savepoints taken so far.
 */
public final class ScriptState {
  private ScriptState() {}

  /** Without a ttl, or with one in processing time: the key's texts by name. */
  public static MapStateDescriptor<String, String> entries(ScriptOptions options) {
    MapStateDescriptor<String, String> entries =
        new MapStateDescriptor<>("entries", Types.STRING, Types.STRING);
    if (options.ttl() != null && options.time() == TimeDomain.PROCESSING_TIME) {
      entries.enableTimeToLive(ProcessingTimeTtl.of(options.ttl()));
    }
    return entries;
  }

  /**
   * Without a ttl: how many entries the key has. Kept for every key that was seen where a program
   * begins or ends keys, else for those that have entries.
   */
  public static ValueStateDescriptor<Long> size() {
    return new ValueStateDescriptor<>("size", Types.LONG);
  }

  /** With a ttl in event time: the key's texts by name, and when they were written. */
  public static MapStateDescriptor<String, TimestampedText> expiring() {
    return new MapStateDescriptor<>("expiring-entries", Types.STRING, TimestampedText.TYPE);
  }

  /** With a ttl in event time: the key's time; kept until time has passed it and its entries. */
  public static ValueStateDescriptor<Clock> clock() {
    return new ValueStateDescriptor<>("clock", Clock.TYPE);
  }

  /** With a ttl in processing time, where a program begins or ends keys: the key was seen. */
  public static ValueStateDescriptor<Boolean> seen() {
    return new ValueStateDescriptor<>("seen", Types.BOOLEAN);
  }
}
