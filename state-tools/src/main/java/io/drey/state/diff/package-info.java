/** What differs between two snapshots, whatever wrote them, in constant memory. */
@NullMarked
package io.drey.state.diff;

import org.jspecify.annotations.NullMarked;
