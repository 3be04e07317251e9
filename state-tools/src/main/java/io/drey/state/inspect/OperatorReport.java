package io.drey.state.inspect;

import io.drey.state.snapshot.metadata.OperatorId;
import java.util.List;

/**
 * What an operator keeps.
 *
 * @param bytes of all its subtasks
 * @param inFlightBytes of events that an unaligned checkpoint caught on their way to it
 * @param states by name
 */
public record OperatorReport(
    OperatorId id,
    int parallelism,
    int maxParallelism,
    long bytes,
    long inFlightBytes,
    List<StateReport> states) {}
