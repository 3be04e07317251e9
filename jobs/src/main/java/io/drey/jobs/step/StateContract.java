package io.drey.jobs.step;

import java.util.Locale;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * One state of a step: its name for life and what bounds it.
 *
 * @param uid of the operator that keeps it
 * @param descriptor what Flink is told of it: kind, types, and whether it has a ttl
 * @param valueType of a value, of a list's element or a map's value
 * @param isKeyed whether there is one of it for each key; else each subtask has the lists of all
 * @param bound when an entry is freed
 */
public record StateContract(
    String uid,
    StateDescriptor<?, ?> descriptor,
    TypeInformation<?> valueType,
    boolean isKeyed,
    String bound) {
  /** The contract of a state of each key that holds values of a type. */
  public static StateContract of(
      String uid, StateDescriptor<?, ?> state, TypeInformation<?> type, String bound) {
    return new StateContract(uid, state, type, true, bound);
  }

  /** The contract of a list of elements of a type, of which each subtask gets the whole. */
  public static StateContract ofUnion(
      String uid, ListStateDescriptor<?> state, TypeInformation<?> type, String bound) {
    return new StateContract(uid, state, type, false, bound);
  }

  public String name() {
    return descriptor.getName();
  }

  /** Value, map or list. */
  public String kind() {
    return descriptor.getType().name().toLowerCase(Locale.ROOT);
  }

  /** The type of a value: its name, and of a record the fields that the savepoint has. */
  public String typeText() {
    return TypeText.of(valueType);
  }
}
