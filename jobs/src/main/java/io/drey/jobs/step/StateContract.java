package io.drey.jobs.step;

import java.util.Locale;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * One state of a step: its name for life and what bounds it.
 *
 * @param uid of the operator that keeps it
 * @param kind value, map or list
 * @param type of the value: its name, and of a record the fields that the savepoint has
 * @param bound when an entry is freed
 */
public record StateContract(String uid, String name, String kind, String type, String bound) {
  /** The contract of a state that holds values of a type. */
  public static StateContract of(
      String uid, StateDescriptor<?, ?> state, TypeInformation<?> type, String bound) {
    String kind = state.getType().name().toLowerCase(Locale.ROOT);
    return new StateContract(uid, state.getName(), kind, TypeText.of(type), bound);
  }
}
