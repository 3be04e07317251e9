package io.drey.state.diff;

import io.drey.state.inspect.StateReport;
import org.jspecify.annotations.Nullable;

/**
 * How an operator or one of its states differs.
 *
 * @param operator its uid if one of the sides knows it, else its hash
 * @param state null for the operator itself, which one of the sides does not have
 * @param counts of its entries
 * @param from what the state was; null if there was none
 * @param to what it is; null if there is none
 */
public record StateChange(
    String operator,
    @Nullable String state,
    ChangeType change,
    DiffCounts counts,
    @Nullable StateReport from,
    @Nullable StateReport to) {}
