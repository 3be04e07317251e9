package io.drey.state.inspect;

import org.jspecify.annotations.Nullable;

/**
 * What a check has found.
 *
 * @param isDamage else it is only a warning
 * @param operator null if it concerns none in particular
 * @param state null if it concerns none in particular
 * @param advice what to do about it
 */
public record Finding(
    boolean isDamage,
    @Nullable String operator,
    @Nullable String state,
    String finding,
    String advice) {}
