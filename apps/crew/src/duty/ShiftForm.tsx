import { CREW_DUTIES, type CommandInput, type CrewMember, type Unit } from '#contracts';
import {
  Banner,
  Button,
  COMMON,
  CREW,
  failureOf,
  Field,
  formatHourMinute,
  read,
  serverNow,
  Skeleton,
  useTexts,
  type Failure,
} from '#web';
import { useEffect, useState } from 'react';
import { ChoiceRow, Sheet } from '../sheet/Sheet.js';

export type NewShift = Omit<CommandInput<'shift.begin'>, 'vehicleId'>;

const HOURS = [8, 12, 24] as const;
const MOST = 6;
const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();

/** Who takes the vehicle over, and until when. */
export function ShiftForm(props: { unit: Unit; onBegin: (shift: NewShift) => void; onClose: () => void }) {
  const { t, say } = useTexts();
  const { members, failure } = useMembers();
  const [chosen, setChosen] = useState<CrewMember[]>(props.unit.shift?.crew ?? []);
  const [hours, setHours] = useState<number>(HOURS[1]);
  const [search, setSearch] = useState('');
  const endsAt = new Date(serverNow() + hours * 3_600_000);

  const isChosen = ({ accountId }: CrewMember) => chosen.some((one) => one.accountId === accountId);
  const toggle = (member: CrewMember) =>
    setChosen(
      isChosen(member)
        ? chosen.filter(({ accountId }) => accountId !== member.accountId)
        : [...chosen, member].slice(0, MOST),
    );
  const shown = (members ?? [])
    .filter((member) => isChosen(member) || plain(member.name).includes(plain(search)))
    .sort((a, b) => Number(isChosen(b)) - Number(isChosen(a)) || a.name.localeCompare(b.name, 'vi'));

  return (
    <Sheet title={`${t(CREW.beginShift)} · ${props.unit.callSign}`} onClose={props.onClose}>
      <div className="shift-hours" role="group" aria-label={t(CREW.endsAt)}>
        <span>
          {t(CREW.endsAt)} <b className="tn">{formatHourMinute(endsAt)}</b>
        </span>
        {HOURS.map((n) => (
          <button key={n} type="button" aria-pressed={n === hours} onClick={() => setHours(n)}>
            {t(CREW.hoursMore, { n })}
          </button>
        ))}
      </div>
      <Field label={t(CREW.findMember)} hint={t(CREW.chosenMembers, { n: chosen.length })}>
        {(ids) => (
          <input {...ids} className="input large" value={search} onChange={(event) => setSearch(event.target.value)} />
        )}
      </Field>
      {failure ? <Banner tone="fault">{t(CREW.membersFailed, { why: say(failure.message) })}</Banner> : null}
      {!members && !failure ? <Skeleton rows={3} rowHeight={64} label={t(COMMON.loading)} /> : null}
      <div className="shift-members" role="group" aria-label={t(CREW.crewMembers)}>
        {shown.map((member) => (
          <ChoiceRow
            key={member.accountId}
            pressed={isChosen(member)}
            hint={CREW_DUTIES[member.duty]}
            onChoose={() => toggle(member)}
          >
            {member.name}
          </ChoiceRow>
        ))}
      </div>
      <Button
        kind="primary"
        className="large"
        blockedBecause={chosen.length === 0 ? t(CREW.chosenMembers, { n: 0 }) : null}
        onClick={() =>
          props.onBegin({
            endsAt: endsAt.toISOString(),
            crew: chosen.map(({ accountId, duty }) => ({ accountId, duty })),
          })
        }
      >
        {t(CREW.beginShift)}
      </Button>
    </Sheet>
  );
}

function useMembers() {
  const [state, setState] = useState<{ members: CrewMember[] | null; failure: Failure | null }>({
    members: null,
    failure: null,
  });
  useEffect(() => {
    read('GET /api/crew-members').then(
      (members) => setState({ members, failure: null }),
      (thrown: unknown) => setState({ members: null, failure: failureOf(thrown) }),
    );
  }, []);
  return state;
}
