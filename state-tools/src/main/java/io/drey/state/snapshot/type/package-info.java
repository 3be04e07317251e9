/**
 * What serializers wrote: types, read from their snapshots without a class of the job's, and
 * values.
 */
@NullMarked
package io.drey.state.snapshot.type;

import org.jspecify.annotations.NullMarked;
