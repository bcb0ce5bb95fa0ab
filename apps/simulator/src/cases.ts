import type { Answers, CallOutcome, ReasonKey } from '#contracts';
import type { Random } from '#chance';

/** How often each reason is called about; the proportions of a city's emergencies, motorbike crashes first. */
const REASONS: Readonly<Record<ReasonKey, number>> = {
  traffic: 190,
  fall: 110,
  unwell: 110,
  breathing: 90,
  faint: 70,
  chest_pain: 65,
  abdominal_pain: 60,
  stroke: 55,
  unconscious: 50,
  transfer: 45,
  workplace: 35,
  seizure: 30,
  childbirth: 25,
  child_fever: 25,
  bleeding: 20,
  poisoning: 15,
  cardiac_arrest: 15,
  other: 15,
  burn: 10,
  choking: 8,
  homeward: 8,
  electric: 5,
  drowning: 4,
  gas: 3,
};

/** Calls that end without an incident, and those that do not. */
const CALLS: Readonly<Record<CallOutcome | 'incident', number>> = {
  incident: 62,
  nuisance: 14,
  silent: 8,
  wrong_number: 6,
  advice: 6,
  abandoned: 3,
  handed_over: 1,
};

const WORDS: Partial<Record<ReasonKey, readonly string[]>> = {
  traffic: ['Hai xe máy va nhau, một người nằm tại chỗ', 'Xe máy tự ngã, chảy máu đầu', 'Xe tải quẹt xe máy, đau chân'],
  fall: ['Ngã cầu thang, đau hông không đứng được', 'Cụ bà trượt chân trong nhà tắm'],
  breathing: ['Khó thở tăng dần từ sáng, có tiền sử hen', 'Thở mệt, môi tím nhẹ'],
  chest_pain: ['Đau thắt ngực trái lan ra tay, vã mồ hôi'],
  stroke: ['Méo miệng, yếu nửa người bên phải, nói khó'],
  unconscious: ['Gọi không trả lời, còn thở', 'Người nằm bên đường, không tỉnh'],
  cardiac_arrest: ['Không tỉnh, không thở, người nhà đang ép tim'],
  faint: ['Ngất ở xưởng, đã tỉnh, còn choáng'],
  workplace: ['Kẹp tay vào máy dập, còn chảy máu'],
  abdominal_pain: ['Đau bụng dữ dội, nôn nhiều'],
  seizure: ['Co giật khoảng ba phút, đã ngừng'],
  childbirth: ['Thai 39 tuần, vỡ ối, đau từng cơn'],
  child_fever: ['Bé hai tuổi sốt cao, lừ đừ'],
  unwell: ['Mệt, chóng mặt, huyết áp cao'],
  transfer: ['Chuyển tuyến theo giấy của bệnh viện'],
};
const ACCESS = ['', '', '', 'Hẻm nhỏ, xe lớn dừng đầu hẻm', 'Có người đứng đón đầu đường', 'Cổng sau, bảo vệ mở sẵn'];
const AGAIN = [
  'Người khác báo cùng vụ, nạn nhân vẫn tỉnh',
  'Người nhà gọi lại hỏi xe tới đâu',
  'Người đi đường báo thêm: đường đang kẹt',
];
const CALLERS = [
  'Anh Tâm',
  'Chị Hạnh',
  'Bảo vệ khu trọ',
  'Chị Loan',
  'Anh Phúc',
  'Người đi đường',
  'Cô Bảy',
  'Chú Hai',
];

export interface Case {
  readonly reason: ReasonKey;
  readonly answers: Answers;
  readonly words: string;
  readonly access: string;
  readonly patientCount: number;
  readonly ageYears: number;
}

export const drawCall = (random: Random): CallOutcome | 'incident' => random.weighted(CALLS);

export function drawCase(random: Random): Case {
  const reason = random.weighted(REASONS);
  return {
    reason,
    answers: answersFor(reason, random),
    words: random.pick(WORDS[reason] ?? ['']),
    access: random.pick(ACCESS),
    patientCount: reason === 'traffic' ? Number(random.weighted({ '1': 70, '2': 24, '3': 6 })) : 1,
    ageYears: reason === 'child_fever' ? random.whole(1, 8) : random.whole(16, 88),
  };
}

/** What the caller says; one in five has not been asked yet. */
function answersFor(reason: ReasonKey, random: Random): Answers {
  if (reason === 'cardiac_arrest') return { conscious: 'no', breathing: 'no' };
  if (reason === 'unconscious') return { conscious: 'no', breathing: 'yes' };
  if (reason === 'bleeding') return { conscious: 'yes', bleeding: 'yes' };
  return random.chance(0.8) ? { conscious: 'yes', breathing: 'yes' } : {};
}

/** `0900…` is no subscriber's number. */
export const drawCaller = (random: Random) => ({
  phone: `0900${String(random.whole(0, 999_999)).padStart(6, '0')}`,
  callerName: random.chance(0.7) ? random.pick(CALLERS) : '',
});

export const drawSecondCallersWords = (random: Random): string => random.pick(AGAIN);
