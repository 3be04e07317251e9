package io.drey.state.diff;

import java.util.List;

/**
 * What a comparison came to.
 *
 * @param damage what could not be read, by the messages that say so
 * @param isFound whether anything differs
 * @param operators how many operators there are on either side
 * @param states how many states these have
 * @param entries how many entries differ, and how many do not
 */
public record Difference(
    List<String> damage, boolean isFound, int operators, int states, DiffCounts entries) {}
